import { useState } from "react";
import { Failed, Loading } from "../../../parts/states.tsx";
import { useShortcuts } from "../../../parts/shortcuts.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { ActionDialog, type Opened } from "./action-dialog.tsx";
import { actionKeys } from "./action-keys.ts";
import { Awaited } from "./awaited.tsx";
import { ClosedActions } from "./closed-actions.tsx";
import type { Action, Move } from "./described.ts";
import { keptDrafts } from "./draft.ts";
import { useDescribed } from "./use-described.ts";
import { NextMoves } from "./next-moves.tsx";
import { offersOf } from "./offered.ts";
import { OtherActions } from "./other-actions.tsx";
import { Section } from "../section.tsx";
import { useSession } from "../../../staff/session.ts";
import { wordsOfActions } from "./words.ts";

/** What may be done now, what leads on first; and what may not, with the reason. The server says all of it. */
export function Actions({ complaintId }: { complaintId: string; sequence: number }) {
  const words = useWords(wordsOfActions);
  const { data, error, refetch } = useDescribed(complaintId);
  const { personId } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const open = (action: Action, move?: Move) => setOpened({ action, move });
  if (!data)
    return (
      <Section title={words.actions}>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={4} />}
      </Section>
    );
  const { next, groups, closed } = offersOf(data.actions);
  // Read with every drawing: what was typed is known as soon as its form is shut.
  const kept = keptDrafts(personId, complaintId);
  return (
    <Section title={words.actions}>
      <div className="flex flex-col gap-3">
        <ActionShortcuts actions={data.actions} onOpen={open} />
        {next.length === 0 && groups.length === 0 && <p className="text-ink-2">{words.none}</p>}
        <Awaited awaited={data.waitsFor} />
        <NextMoves complaintId={complaintId} sequence={data.sequence} offers={next} kept={kept} onOpen={open} />
        <OtherActions groups={groups} kept={kept} onOpen={open} />
        <ClosedActions actions={closed} />
      </div>
      {opened && <ActionDialog complaintId={complaintId} opened={opened} onClose={() => setOpened(undefined)} />}
    </Section>
  );
}

/** Every open action has its keys, and so is found by the palette. */
function ActionShortcuts({ actions, onOpen }: { actions: Action[]; onOpen: (action: Action) => void }) {
  const chosen = useLanguage();
  useShortcuts(
    actions.flatMap((action) => {
      const keys = actionKeys[action.verb];
      return action.allowed && keys ? [{ keys, label: action.name[chosen], run: () => onOpen(action) }] : [];
    }),
  );
  return null;
}
