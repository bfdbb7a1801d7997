import { Link2, UserRoundPlus, X } from "lucide-react";
import { Button, IconButton } from "../../parts/button.tsx";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfBulk } from "./words-of-filters.ts";
import { wordsOfQueue } from "./words.ts";

/** What can be done with the rows that are chosen, at the bottom of the list. */
export function SelectionBar(props: { count: number; onAssign: () => void; onLink: () => void; onClear: () => void }) {
  const { count, onAssign, onLink, onClear } = props;
  const words = useWords(wordsOfQueue);
  const bulk = useWords(wordsOfBulk);
  if (count === 0) return null;
  return (
    <section
      aria-label={words.selected(formatNumber(count))}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-surface px-3 py-2 sm:px-4"
    >
      <p role="status" className="mr-2 font-medium">
        {words.selected(formatNumber(count))}
      </p>
      <Button shortcut="a" icon={<UserRoundPlus size={18} aria-hidden />} onClick={onAssign}>
        {bulk.assign}
      </Button>
      <Button shortcut="l" icon={<Link2 size={18} aria-hidden />} onClick={onLink}>
        {bulk.link}
      </Button>
      <span className="ml-auto">
        <IconButton label={words.selectNone} shortcut="Esc" onClick={onClear}>
          <X size={18} aria-hidden />
        </IconButton>
      </span>
    </section>
  );
}
