import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { useDeferredValue, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Keys } from "../../parts/hint.tsx";
import { shortcutsHere } from "../../parts/shortcuts.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfShell } from "./words.ts";
import { plain } from "../../words/plain.ts";

const FOUND_MAX = 8;
const heading =
  "[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3";
const row = "flex min-h-10 items-center gap-3 rounded-lg px-2.5 data-[selected=true]:bg-accent-soft";

/** One box for everything: what can be done here, every page, every complaint. */
export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOfShell);
  const [typed, setTyped] = useState("");
  // Those that work behind the dialogue, as it opened.
  const [commands] = useState(() => shortcutsHere().filter(({ keys }) => keys !== "Ctrl K" && keys !== "/"));
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const matching = commands.filter(({ label }) => plain(label).includes(plain(typed)));
  return (
    <Dialog title={words.search} isOpen onClose={onClose}>
      <Command shouldFilter={false} label={words.search} className="flex flex-col gap-2">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={words.searchHint}
          className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-lg"
        />
        <Command.List className={`max-h-[55vh] overflow-y-auto ${heading}`}>
          <Command.Empty className="px-2.5 py-6 text-center text-ink-3">{words.nothingFound}</Command.Empty>
          {matching.length > 0 && (
            <Command.Group heading={words.commands}>
              {matching.map(({ keys, label, run: action }) => (
                <Command.Item key={keys} value={keys} onSelect={run(action)} className={row}>
                  <span className="grow">{label}</span>
                  <Keys keys={keys} />
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <FoundComplaints typed={typed} onOpen={onClose} />
        </Command.List>
      </Command>
    </Dialog>
  );
}

function FoundComplaints({ typed, onOpen }: { typed: string; onOpen: () => void }) {
  const words = useWords(wordsOfShell);
  const navigate = useNavigate();
  const search = useDeferredValue(typed.trim());
  const { data } = useAnswer(
    "GET /complaints",
    { query: { search, limit: FOUND_MAX } },
    { enabled: search.length > 1 },
  );
  if (!data || search.length <= 1 || data.items.length === 0) return null;
  return (
    <Command.Group heading={words.complaints}>
      {data.items.map(({ complaintId, number, customerName, excerpt }) => (
        <Command.Item
          key={complaintId}
          value={complaintId}
          onSelect={() => {
            onOpen();
            void navigate({ to: "/khieu-nai/$complaintId", params: { complaintId } } as never);
          }}
          className={row}
        >
          <span className="shrink-0 font-medium">{number}</span>
          <span className="shrink-0">{customerName}</span>
          <span className="truncate text-ink-3">{excerpt}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
