import { DayField } from "../../parts/day-field.tsx";
import { CheckField, SelectField, TextField } from "../../parts/field.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { channelOf, isCallNow } from "./body.ts";
import { useIntake } from "./context.ts";
import { IS_LATE, RECEIVED_AT, textOf, type Form } from "./draft.ts";
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

/** A letter counts from the day it arrived, and a call that was taken down on paper from the call, whenever somebody types it in. */
function Channel() {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { form, draft, isLocked, set, errorOf } = useIntake();
  const { values } = draft;
  const isPhone = (value: string) => form.channels.find((each) => each.value === value)?.type === "phone";
  const channel = channelOf(values, form);
  const { closed, type: typeOfChannel } = form.channels.find(({ value }) => value === channel) ?? {};
  // What was posted in time is in time, however long it travelled.
  const sentOn = form.fields["sentOn"]?.label;
  return (
    <>
      <SelectField
        label={words.channel}
        name="channel"
        value={channel}
        disabled={isLocked}
        error={errorOf("channel")}
        hint={closed ? words.channelClosed(closed) : undefined}
        options={form.channels.map(({ value, label, closed: isClosed }) => ({
          value,
          label: isClosed ? `${label[chosen]} (${words.closedForNow})` : label[chosen],
        }))}
        // What was received at another time belongs to what was received otherwise.
        onChange={({ target }) =>
          set({ channel: target.value, ...(isPhone(target.value) ? NOW : { [IS_LATE]: false }) })
        }
      />
      {isPhone(channel) && (
        <div className="self-center">
          <CheckField
            label={words.late}
            hint={words.lateHint}
            checked={values[IS_LATE] === true}
            disabled={isLocked}
            onChange={({ target }) => set(target.checked ? { [IS_LATE]: true } : NOW)}
          />
        </div>
      )}
      {!isCallNow(values, form) && <ReceivedAt />}
      {sentOn && typeOfChannel === "post" && (
        <PackField asked={{ field: "sentOn", label: sentOn }} isRequired={false} />
      )}
    </>
  );
}

const NOW = { [IS_LATE]: false, [RECEIVED_AT]: "", notedBy: "" };

function ReceivedAt() {
  const words = useWords(wordsOfIntake);
  const { draft, isLocked, set, errorOf } = useIntake();
  const { values } = draft;
  const isLate = values[IS_LATE] === true;
  const common = { disabled: isLocked, "aria-required": isLate };
  return (
    <>
      <DayField
        {...common}
        hasTime
        label={isLate ? `${words.calledAt} *` : words.receivedAt}
        hint={isLate ? undefined : words.receivedAtHint}
        name={RECEIVED_AT}
        value={textOf(values, RECEIVED_AT)}
        error={errorOf("occurredAt") ?? errorOf(RECEIVED_AT)}
        onType={(receivedAt) => set({ [RECEIVED_AT]: receivedAt })}
      />
      {(isLate || textOf(values, RECEIVED_AT) !== "") && (
        <TextField
          {...common}
          label={isLate ? `${words.notedBy} *` : words.notedBy}
          name="notedBy"
          autoComplete="off"
          value={textOf(values, "notedBy")}
          error={errorOf("notedBy")}
          onChange={({ target }) => set({ notedBy: target.value })}
        />
      )}
    </>
  );
}
