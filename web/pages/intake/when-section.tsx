import { SelectField, TextField } from "../../parts/field.tsx";
import { dayOf } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { useNow } from "../../parts/use-now.ts";
import { channelOf } from "./body.ts";
import { useIntake } from "./context.ts";
import { RECEIVED_AT, textOf, type Form } from "./draft.ts";
import { PackField } from "./pack-field.tsx";
import { Section } from "./section.tsx";
import { wordsOfIntake } from "./words.ts";

/** When and where it happened, how it came in, and what else this kind asks for. */
export function WhenSection() {
  const words = useWords(wordsOfIntake);
  const { kind, form } = useIntake();
  const own = form.fields["eventOn"]?.label;
  const rest = [
    ...(kind?.required ?? []).map((asked) => ({ asked, isRequired: true })),
    ...(kind?.asked ?? []).map((asked) => ({ asked, isRequired: false })),
  ].filter(({ asked: { field } }) => field === "eventOn" || field.startsWith("filled."));
  // The day from which a time-bar runs is asked for in any event.
  const hasDay = rest.some(({ asked: { field } }) => field === "eventOn" || typeOf(form, field) === "day");
  return (
    <Section title={words.when}>
      {own && !hasDay && <PackField asked={{ field: "eventOn", label: own }} isRequired={false} />}
      {rest.map(({ asked, isRequired }) => (
        <PackField key={asked.field} asked={asked} isRequired={isRequired} />
      ))}
      <Channel />
    </Section>
  );
}

function typeOf({ filled }: Form, field: string): string | undefined {
  return filled[field.slice("filled.".length)]?.type;
}

/** A letter counts from the day it arrived, whenever somebody types it in. */
function Channel() {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const now = useNow();
  const { form, draft, isLocked, set, errorOf } = useIntake();
  const channel = form.channels.find(({ value }) => value === channelOf(draft.values, form));
  const isElsewhere = channel?.type !== "phone";
  return (
    <>
      <SelectField
        label={words.channel}
        name="channel"
        value={channelOf(draft.values, form)}
        disabled={isLocked}
        error={errorOf("channel")}
        hint={channel?.closed ? words.channelClosed(channel.closed) : undefined}
        options={form.channels.map(({ value, label, closed }) => ({
          value,
          label: closed ? `${label[chosen]} (${words.closedForNow})` : label[chosen],
        }))}
        onChange={(event) => set({ channel: event.target.value })}
      />
      {isElsewhere && (
        <TextField
          label={words.receivedAt}
          hint={words.receivedAtHint}
          type="datetime-local"
          name={RECEIVED_AT}
          max={`${dayOf(now)}T23:59`}
          value={textOf(draft.values, RECEIVED_AT)}
          disabled={isLocked}
          error={errorOf("occurredAt")}
          onChange={(event) => set({ [RECEIVED_AT]: event.target.value })}
        />
      )}
    </>
  );
}
