import { useState, type FormEvent } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useNow } from "../../parts/use-now.ts";
import { dayOf, formatDay } from "../../words/format.ts";
import { useWords, type Spoken } from "../../words/language.ts";
import type { Person } from "./use-people.ts";
import { wordsOfAdministration, wordsOfPeople } from "./words.ts";

/** Who stands in for an absent person, and from when to when. */
export function PersonDeputies({ person, people }: { person: Person; people: readonly Person[] }) {
  const words = useWords(wordsOfPeople);
  const { personId } = person;
  const { data } = useAnswer("GET /people/:personId/delegations", { params: { personId } });
  const end = useDeed("DELETE /people/:personId/delegations/:delegationId");
  const nameOf = (id: string) => people.find((each) => each.personId === id)?.name ?? id;
  const own = data?.delegations.filter((each) => each.personId === personId && !each.isEnded) ?? [];
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold">{words.deputies}</h3>
      <ul>
        {own.map(({ delegationId, deputyId, fromOn, toOn, reason, signsAs, post }) => (
          <li key={delegationId} className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line py-1">
            <span className="font-medium">{nameOf(deputyId)}</span>
            <span className="grow text-sm text-ink-2">
              {formatDay(fromOn)} – {formatDay(toOn)} {reason && `· ${reason}`}
              {(signsAs !== null || post !== null) && ` · ${[`${signsAs ?? "KT"}.`, post].filter(Boolean).join(" ")}`}
            </span>
            <Button
              look="quiet"
              isBusy={end.isPending}
              onClick={() => end.mutate({ parts: { params: { personId, delegationId } } })}
            >
              {words.stop}
            </Button>
          </li>
        ))}
      </ul>
      <NameDeputy person={person} people={people} />
    </section>
  );
}

type Typed = Record<"deputyId" | "fromOn" | "toOn" | "reason" | "post", string> & { signsAs: "KT" | "TL" | "TUQ" };

/** As the decree on papers names them. */
function waysOf(words: Spoken<typeof wordsOfPeople>): { value: string; label: string }[] {
  return [
    { value: "KT", label: words.signsKT },
    { value: "TL", label: words.signsTL },
    { value: "TUQ", label: words.signsTUQ },
  ];
}

function NameDeputy({ person, people }: { person: Person; people: readonly Person[] }) {
  const words = useWords(wordsOfPeople);
  const general = useWords(wordsOfAdministration);
  const today = dayOf(useNow());
  const [typed, setTyped] = useState<Typed>({
    deputyId: "",
    fromOn: today,
    toOn: today,
    reason: "",
    signsAs: "KT",
    post: "",
  });
  const deed = useDeed("POST /people/:personId/delegations", { onDone: () => tell(general.saved) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { reason, post, ...named } = typed;
    const body = { ...named, ...(reason ? { reason } : {}), ...(post ? { post } : {}) };
    deed.mutate({ parts: { params: { personId: person.personId }, body } });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const others = people.filter(({ personId, isClosed }) => personId !== person.personId && !isClosed);
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-xl bg-sunken p-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={words.deputy}
          required
          empty="—"
          options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
          {...field("deputyId")}
        />
        <TextField label={words.reason} isOptional {...field("reason")} />
        <DayField
          label={words.from}
          required
          value={typed.fromOn}
          onType={(fromOn) => setTyped({ ...typed, fromOn })}
        />
        <DayField label={words.to} required value={typed.toOn} onType={(toOn) => setTyped({ ...typed, toOn })} />
        <SelectField label={words.signsAs} required options={waysOf(words)} {...field("signsAs")} />
        <TextField label={words.post} isOptional hint={words.postHint} {...field("post")} />
      </div>
      <Refused error={deed.error} />
      <div>
        <Button type="submit" isBusy={deed.isPending}>
          {words.nameDeputy}
        </Button>
      </div>
    </form>
  );
}
