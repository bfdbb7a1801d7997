import { Download, Link2, ListChecks, Unlink, UserRoundPlus, X } from "lucide-react";
import { Button, IconButton } from "../../parts/button.tsx";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { ListQuery } from "./queue-search.ts";
import type { OpenDialog } from "./use-dialogs.ts";
import { useCount } from "./use-how-many.ts";
import type { Selection } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";
import { wordsOfQueue } from "./words.ts";

/** What can be done with the rows that are chosen, at the bottom of the list. */
export function SelectionBar(props: {
  selection: Selection;
  query: ListQuery;
  /** There are rows beyond those read so far. */
  hasMore: boolean;
  isOfIncident: boolean;
  open: (dialog: OpenDialog) => void;
}) {
  const { selection, query, hasMore, isOfIncident, open } = props;
  const words = useWords(wordsOfQueue);
  const bulk = useWords(wordsOfBulk);
  const { chosen, isWhole } = selection;
  const count = useCount(query, { enabled: chosen.length > 0 && hasMore });
  if (chosen.length === 0) return null;
  const whole = count === undefined ? words.wholeListSelected : words.wholeSelected(count);
  const said = isWhole && hasMore ? whole : words.selected(formatNumber(chosen.length));
  return (
    <section
      aria-label={said}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-surface px-3 py-2 sm:px-4"
    >
      <p role="status" className="font-medium">
        {said}
      </p>
      <IconButton label={words.selectNone} shortcut="Escape" onClick={selection.clear}>
        <X size={18} aria-hidden />
      </IconButton>
      {hasMore && !isWhole && (
        <Button look="quiet" shortcut="A" icon={<ListChecks size={18} aria-hidden />} onClick={selection.chooseWhole}>
          {count === undefined ? words.selectWhole : words.selectAllOf(count)}
        </Button>
      )}
      <div className="flex gap-2 max-sm:w-full max-sm:overflow-x-auto max-sm:pb-0.5">
        <Button shortcut="a" icon={<UserRoundPlus size={18} aria-hidden />} onClick={() => open({ name: "assign" })}>
          {bulk.assign}
        </Button>
        <Button shortcut="l" icon={<Link2 size={18} aria-hidden />} onClick={() => open({ name: "link" })}>
          {bulk.link}
        </Button>
        {isOfIncident && (
          <Button shortcut="u" icon={<Unlink size={18} aria-hidden />} onClick={() => open({ name: "unlink" })}>
            {bulk.unlink}
          </Button>
        )}
        <Button shortcut="e" icon={<Download size={18} aria-hidden />} onClick={() => open({ name: "export" })}>
          {bulk.exportList}
        </Button>
      </div>
    </section>
  );
}
