import { ArrowRight } from "lucide-react";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { useShortcuts } from "../../../parts/shortcuts.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import { actionKeys } from "./action-keys.ts";
import type { Action, Move } from "./described.ts";
import type { KeptDrafts } from "./draft.ts";
import type { Offer } from "./offered.ts";
import { usePress } from "./use-press.ts";
import { wordsOfActions } from "./words.ts";

const DIGITS = 9;

/** The next actions, by the pack's own names, each with the step that it leads to; the one that leads on stands out. */
export function NextMoves({
  complaintId,
  sequence,
  offers,
  kept,
  onOpen,
}: {
  complaintId: string;
  sequence: number;
  offers: Offer[];
  kept: KeptDrafts;
  onOpen: (action: Action, move: Move) => void;
}) {
  const words = useWords(wordsOfActions);
  const chosen = useLanguage();
  const packName = usePackName();
  const { press, pressing } = usePress({ complaintId, sequence });
  const run = (action: Action, move: Move) => (move.press ? void press(action, move) : onOpen(action, move));
  useShortcuts(
    offers.slice(0, DIGITS).map(({ action, move }, place) => ({
      keys: String(place + 1),
      label: packName(move.name) ?? action.name[chosen],
      run: () => run(action, move),
    })),
  );
  if (offers.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {offers.map(({ action, move }, place) => (
        <li key={`${action.verb} ${move.name} ${JSON.stringify(move.given)}`}>
          <Button
            look={move.next?.primary ? "primary" : "plain"}
            shortcut={keysOf(offers, place)}
            className="w-full justify-between! py-1.5 text-left"
            isBusy={pressing === move}
            onClick={() => run(action, move)}
          >
            <span className="flex min-w-0 flex-col whitespace-normal">
              {packName(move.name) ?? action.name[chosen]}
              {move.leadsToName !== null && (
                <span className="text-sm font-normal opacity-85">
                  {words.leadsTo}: {packName(move.leadsToName)}
                </span>
              )}
            </span>
            {kept.get(action.verb)?.has(move.name ?? "") && <Badge tone="soon">{words.hasDraft}</Badge>}
            {move.leadsTo !== null && <ArrowRight size={16} aria-hidden className="shrink-0" />}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** A verb's keys open its form, where one may choose among its ways. Each way has the digit of its place besides. */
function keysOf(offers: Offer[], place: number): string | undefined {
  const action = offers[place]?.action;
  const isFirst = offers.findIndex((each) => each.action === action) === place;
  const ofVerb = action && isFirst ? actionKeys[action.verb] : undefined;
  return ofVerb ?? (place < DIGITS ? String(place + 1) : undefined);
}
