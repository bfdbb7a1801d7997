import { useState, type FormEvent } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SelectField, TextAreaField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { dayOf, formatTime } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { CallBack } from "./call-back-list.tsx";
import { wordsOfCalls } from "./words.ts";

const HOUR_MS = 3_600_000;
const PEOPLE_MAX = 50;
type About = { number?: string; name?: string; about?: string; complaintId?: string; callId?: string };

/** Promises a call, or moves one: whom, about what, between which times, by whom. */
export function CallBackForm({
  callBack,
  known = {},
  onClose,
}: {
  callBack?: CallBack;
  known?: About;
  onClose: () => void;
}) {
  const words = useWords(wordsOfCalls);
  const { personId } = useSession();
  const [typed, setTyped] = useState(() => ({
    number: callBack?.number ?? known.number ?? "",
    name: callBack?.name ?? known.name ?? "",
    about: callBack?.about ?? known.about ?? "",
    from: typedAt(callBack?.dueFrom ?? new Date().toISOString()),
    until: typedAt(callBack?.dueUntil ?? new Date(Date.now() + HOUR_MS).toISOString()),
    by: (callBack ? callBack.personId : personId) ?? "",
  }));
  const [isWanting, setWanting] = useState(false);
  const set = (changed: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changed }));
  const end = (said: string) => () => {
    tell(said);
    onClose();
  };
  const making = useDeed("POST /call-backs", { onDone: end(words.made) });
  const moving = useDeed("PATCH /call-backs/:callBackId", { onDone: end(words.moved) });
  const people = useAnswer("GET /people-suggestions", { query: { limit: PEOPLE_MAX } }).data?.people ?? [];
  const others = people.filter((each) => each.personId !== personId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { number, name, about, from, until, by } = typed;
    const wanting = number.trim() === "" || about.trim() === "" || from === "" || until === "";
    setWanting(wanting);
    if (wanting) return;
    const times = { dueFrom: `${from}:00+07:00`, dueUntil: `${until}:00+07:00`, personId: by || null };
    if (callBack) {
      moving.mutate({ parts: { params: { callBackId: callBack.callBackId }, body: times } });
      return;
    }
    const { complaintId, callId } = known;
    const body = { ...times, number: number.trim(), name: name.trim() || null, about: about.trim() };
    making.mutate({ parts: { body: { ...body, complaintId: complaintId ?? null, callId: callId ?? null } } });
  };
  return (
    <Dialog title={callBack ? words.move : words.addCallBack} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        {!callBack && (
          <>
            <TextField
              label={words.number}
              name="number"
              inputMode="tel"
              autoComplete="off"
              value={typed.number}
              onChange={({ target }) => set({ number: target.value })}
            />
            <TextField
              isOptional
              label={words.name}
              name="name"
              autoComplete="off"
              value={typed.name}
              onChange={({ target }) => set({ name: target.value })}
            />
            <TextAreaField
              label={words.about}
              name="about"
              rows={2}
              value={typed.about}
              onChange={({ target }) => set({ about: target.value })}
              className="sm:col-span-2"
            />
          </>
        )}
        <DayField hasTime label={words.from} name="from" value={typed.from} onType={(from) => set({ from })} />
        <DayField hasTime label={words.until} name="until" value={typed.until} onType={(until) => set({ until })} />
        <SelectField
          label={words.by}
          name="by"
          empty={words.anybody}
          value={typed.by}
          options={[
            { value: personId, label: words.me },
            ...others.map((each) => ({ value: each.personId, label: each.name })),
          ]}
          onChange={({ target }) => set({ by: target.value })}
        />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" look="primary" isBusy={making.isPending || moving.isPending}>
            {words.save}
          </Button>
          {isWanting && (
            <p role="alert" className="font-medium text-late">
              {words.wanting}
            </p>
          )}
          <Refused error={making.error ?? moving.error} />
        </div>
      </form>
    </Dialog>
  );
}

/** Says how the call went, or why it is not needed. */
export function EndCallBack({
  callBackId,
  status,
  onClose,
}: {
  callBackId: string;
  status: "done" | "cancelled";
  onClose: () => void;
}) {
  const words = useWords(wordsOfCalls);
  const [outcome, setOutcome] = useState("");
  const [isMissing, setMissing] = useState(false);
  const deed = useDeed("POST /call-backs/:callBackId/endings", {
    onDone: () => {
      tell(words.noted);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(outcome.trim() === "");
    if (outcome.trim() !== "")
      deed.mutate({ parts: { params: { callBackId }, body: { status, outcome: outcome.trim() } } });
  };
  return (
    <Dialog title={status === "done" ? words.done : words.cancel} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <TextAreaField
          label={status === "done" ? words.outcome : words.why}
          rows={3}
          value={outcome}
          error={isMissing ? words.needsText : undefined}
          onChange={({ target }) => setOutcome(target.value)}
        />
        <Button type="submit" look="primary" isBusy={deed.isPending} className="self-start">
          {words.save}
        </Button>
        <Refused error={deed.error} />
      </form>
    </Dialog>
  );
}

function typedAt(instant: string): string {
  return `${dayOf(instant)}T${formatTime(instant)}`;
}
