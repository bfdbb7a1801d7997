import { useState } from "react";
import { Failed, Loading } from "../../../parts/states.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { MoveChoice } from "./move-choice.tsx";
import { MoveFields } from "./move-fields.tsx";
import { NotOpen } from "./not-open.tsx";
import type { Action, Done, Move } from "./described.ts";
import { useDescribed } from "./use-described.ts";
import { wordsOfForm } from "./words.ts";

type VerbFormProps = {
  complaintId: string;
  verb: string;
  /** The pack's name of the way that is meant, where a verb has several. */
  move?: string | undefined;
  /** What is filled in before anybody types, by field: the item of the file that a page is about. */
  given?: Record<string, unknown> | undefined;
  onDone: (done: Done) => void;
  onCancel?: (() => void) | undefined;
};

/** The form of one verb on one complaint, drawn from what the server says that it takes. Any page may show it. */
export function VerbForm({ complaintId, verb, ...rest }: VerbFormProps) {
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const { data, error, isFetching, refetch } = useDescribed(complaintId);
  const now = data?.actions.find((each) => each.verb === verb);
  // What is typed stays in its form when the verb closes meanwhile; a form begins only with what is known to be so now.
  const [opened, setOpened] = useState<{ action: Action; sequence: number }>();
  if (data && now?.allowed && !opened && !isFetching) setOpened({ action: now, sequence: data.sequence });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data || (!opened && isFetching)) return <Loading rows={4} />;
  if (!opened) return <NotOpen action={now} />;
  const isThere = now?.allowed === true && hasWay(now, rest.move);
  return (
    <OpenForm
      {...rest}
      complaintId={complaintId}
      action={isThere ? now : opened.action}
      sequence={opened.sequence}
      closedWhy={isThere ? undefined : (now?.why?.[chosen] ?? words.otherStep)}
    />
  );
}

type OpenFormProps = Omit<VerbFormProps, "verb"> & {
  action: Action;
  sequence: number;
  closedWhy: string | undefined;
};

function OpenForm({ action, move, ...rest }: OpenFormProps) {
  const moves = action.moves ?? [];
  const isNamed = move !== undefined && hasWay(action, move);
  const [chosenWay, setChosenWay] = useState<string>();
  const shown = moves.find((each) => (isNamed ? each.name === move : wayOf(each) === chosenWay)) ?? moves[0];
  if (!shown) return <NotOpen action={action} />;
  return (
    <div className="flex flex-col gap-4">
      {moves.length > 1 && !isNamed && (
        <MoveChoice
          moves={moves}
          chosen={moves.indexOf(shown)}
          onChoose={(place) => setChosenWay(moves[place] && wayOf(moves[place]))}
        />
      )}
      {/* Each way has its own fields, and its own draft. */}
      <MoveFields key={`${action.verb} ${wayOf(shown)}`} {...rest} action={action} move={shown} />
    </div>
  );
}

function hasWay({ moves = [] }: Action, name: string | undefined): boolean {
  return name === undefined || moves.some((each) => each.name === name);
}

/** What a way is known by, however the list is read again. */
function wayOf({ name, given }: Move): string {
  return `${name} ${JSON.stringify(given)}`;
}
