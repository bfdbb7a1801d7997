import { useState, type FormEvent } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField, SelectField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import type { Shown } from "./arrival-detail.tsx";
import type { CustomerMatch } from "./suggestions.tsx";
import { wordsOfArrivals } from "./words.ts";

/** A new complaint of what arrived, as it came; only what it does not say is filled in. `known`: who it was taken for. */
export function TakeIn({
  arrival,
  known,
  onClose,
  onDone,
}: {
  arrival: Shown;
  known: CustomerMatch | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = useWords(wordsOfArrivals);
  const packName = usePackName();
  const chosen = useLanguage();
  const { arrivalId, sender } = arrival;
  const [isKnown, setKnown] = useState(true);
  const [values, setValues] = useState({
    procedure: "",
    channel: arrival.channel ?? "",
    kind: "",
    name: sender.name ?? "",
    phone: sender.phone ?? knownAs(known, "phone"),
    email: sender.email ?? knownAs(known, "email"),
  });
  const [acknowledge, setAcknowledge] = useState(true);
  const [isChannelMissing, setChannelMissing] = useState(false);
  const procedures = useAnswer("GET /procedures", { query: {} }).data?.procedures ?? [];
  const procedure = values.procedure || (procedures[0]?.procedure ?? "");
  const asked = { params: { procedure }, query: {} };
  const form = useAnswer("GET /procedures/:procedure/registration", asked, { enabled: procedure !== "" }).data;
  const deed = useDeed("POST /arrivals/:arrivalId/complaints", {
    onDone: ({ number }) => {
      tell(words.tookIn(number));
      onClose();
      onDone();
    },
  });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const customer = () => {
    if (known && isKnown) return { customerId: known.customerId, name: known.name, ...contactsOf(values) };
    const { name } = values;
    return { ...(name.trim() && { name: name.trim() }), ...contactsOf(values) };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChannelMissing(values.channel === "");
    if (values.channel === "") return;
    const { channel, kind } = values;
    const body = { channel, procedure, customer: customer(), acknowledge, ...(kind !== "" && { kind }) };
    deed.mutate({ parts: { params: { arrivalId }, body } });
  };
  return (
    <Dialog title={words.takeIn} isOpen onClose={onClose} isWide>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{words.takeInHint}</p>
        {procedures.length > 1 && (
          <SelectField
            label={words.procedure}
            value={procedure}
            options={procedures.map((each) => ({ value: each.procedure, label: packName(each.title) }))}
            onChange={({ target }) => set({ procedure: target.value, kind: "" })}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={words.kind}
            value={values.kind}
            empty={words.kindLater}
            options={(form?.kinds ?? []).map(({ value, label }) => ({ value, label: label[chosen] }))}
            onChange={({ target }) => set({ kind: target.value })}
          />
          <SelectField
            label={words.channel}
            value={values.channel}
            empty=""
            error={isChannelMissing ? words.missing : undefined}
            options={(form?.channels ?? []).map(({ value, label }) => ({ value, label: label[chosen] }))}
            onChange={({ target }) => set({ channel: target.value })}
          />
        </div>
        {known && (
          <CheckField
            label={words.asKnown(known.name)}
            checked={isKnown}
            onChange={({ target }) => setKnown(target.checked)}
          />
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          {!(known && isKnown) && (
            <TextField
              label={words.customer}
              maxLength={1000}
              value={values.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
          <TextField
            label={words.phone}
            type="tel"
            isOptional
            maxLength={100}
            value={values.phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
          <TextField
            label={words.email}
            type="email"
            isOptional
            maxLength={300}
            value={values.email}
            onChange={({ target }) => set({ email: target.value })}
          />
        </div>
        <CheckField
          label={words.acknowledge}
          checked={acknowledge}
          onChange={({ target }) => setAcknowledge(target.checked)}
        />
        <Refused error={deed.error} />
        <div>
          <Button type="submit" look="primary" isBusy={deed.isPending}>
            {words.takeIn}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function contactsOf({ phone, email }: { phone: string; email: string }) {
  return { ...(phone.trim() && { phone: phone.trim() }), ...(email.trim() && { email: email.trim() }) };
}

/** As the directory has it. */
function knownAs(known: CustomerMatch | undefined, kind: string): string {
  return known?.identifiers.find((each) => each.kind === kind)?.asWritten ?? "";
}
