import { Square } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../parts/button.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { ActionDialog, type Opened } from "../actions/action-dialog.tsx";
import type { Described } from "../actions/described.ts";
import { useDescribed } from "../actions/use-described.ts";
import { wordsOfToEnd } from "./words.ts";

type ToEndItems = NonNullable<Described["toEnd"]>["items"];
type Option = ToEndItems[number]["options"][number];

/** What is still wanted before the complaint can be closed, or put away: each opens the form that does it. The server says all of it. */
export function ToEnd({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfToEnd);
  const { data } = useDescribed(complaintId);
  const [opened, setOpened] = useState<Opened>();
  if (!data?.toEnd || data.toEnd.items.length === 0) return null;
  const open = ({ action }: Option) => {
    const meant = data.actions.find(({ verb }) => verb === action?.verb);
    const move = meant?.moves?.find(({ name }) => name !== null && name === action?.move);
    if (action && meant) setOpened({ action: meant, move, given: action.given });
  };
  return (
    <section
      aria-labelledby="to-end"
      className="no-print flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-surface px-3 py-2 sm:px-4"
    >
      <h2 id="to-end" className="font-medium">
        {words[data.toEnd.verb]}
      </h2>
      <ul className="flex flex-wrap gap-x-3 gap-y-1.5">
        {data.toEnd.items.map(({ options }) => (
          <li key={options.map(({ what }) => what.vi).join()} className="flex flex-wrap items-center gap-1.5">
            <Square size={16} aria-hidden className="shrink-0 text-ink-3" />
            {options.map((option, place) => (
              <OneOption key={option.what.vi} option={option} isOther={place > 0} onOpen={() => open(option)} />
            ))}
          </li>
        ))}
      </ul>
      {opened && <ActionDialog complaintId={complaintId} opened={opened} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

function OneOption({ option, isOther, onOpen }: { option: Option; isOther: boolean; onOpen: () => void }) {
  const words = useWords(wordsOfToEnd);
  const chosen = useLanguage();
  const { what, action, why } = option;
  return (
    <>
      {isOther && <span className="text-ink-2">{words.or}</span>}
      {action ? (
        <Button className="py-1 text-left whitespace-normal!" onClick={onOpen}>
          {what[chosen]}
        </Button>
      ) : (
        <span>
          {what[chosen]}
          {why && <span className="block text-sm text-ink-2">{why[chosen]}</span>}
        </span>
      )}
    </>
  );
}
