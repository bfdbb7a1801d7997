import { useState } from "react";
import { Failed, Loading } from "../../../parts/states.tsx";
import { useLanguage } from "../../../words/language.ts";
import { MoveChoice } from "./move-choice.tsx";
import { MoveFields } from "./move-fields.tsx";
import { NotOpen } from "./not-open.tsx";
import type { Action, Described, Done } from "./described.ts";
import { useDescribed } from "./use-described.ts";

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
  const { data, error, refetch } = useDescribed(complaintId);
  const now = data?.actions.find((each) => each.verb === verb);
  // What is typed stays in its form when the verb closes meanwhile.
  const [opened, setOpened] = useState<{ action: Action; described: Described }>();
  if (data && now?.allowed && !opened) setOpened({ action: now, described: data });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  if (!opened) return <NotOpen action={now} />;
  const fresh = now?.allowed ? now : opened.action;
  return (
    <OpenForm
      {...rest}
      complaintId={complaintId}
      action={fresh}
      sequence={opened.described.sequence}
      closedWhy={now?.allowed ? undefined : now?.why}
    />
  );
}

type OpenFormProps = Omit<VerbFormProps, "verb"> & {
  action: Action;
  sequence: number;
  closedWhy: Action["why"];
};

function OpenForm({ action, move, closedWhy, ...rest }: OpenFormProps) {
  const chosen = useLanguage();
  const moves = action.moves ?? [];
  const named = moves.findIndex(({ name }) => move !== undefined && name === move);
  const [place, setPlace] = useState(named === -1 ? 0 : named);
  const shown = moves[place] ?? moves[0];
  if (!shown) return <NotOpen action={action} />;
  return (
    <div className="flex flex-col gap-4">
      {moves.length > 1 && named === -1 && <MoveChoice moves={moves} chosen={place} onChoose={setPlace} />}
      <MoveFields
        // Each way has its own fields, and its own draft.
        key={`${action.verb} ${shown.name ?? place}`}
        {...rest}
        action={action}
        move={shown}
        closedWhy={closedWhy?.[chosen]}
      />
    </div>
  );
}
