import { useState, type FormEvent } from "react";
import type { Answer, Parts } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField } from "../../parts/field.tsx";
import { errorText, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useNow } from "../../parts/use-now.ts";
import { dayOf, formatDay } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Person } from "./use-people.ts";
import { useRoleNames } from "./role-names.ts";
import { wordsOfPeople } from "./words.ts";

type Role = Parts<"POST /people/:personId/roles">["body"]["role"];
type Held = Answer<"GET /people/:personId/roles">["roles"][number];

/** Roles are held from a day to a day; past ones stay to be read. */
export function PersonRoles({ person }: { person: Person }) {
  const words = useWords(wordsOfPeople);
  const { personId } = person;
  const { data } = useAnswer("GET /people/:personId/roles", { params: { personId } });
  return (
    <section className="flex flex-col gap-3">
      <h3 className="font-semibold">{words.roles}</h3>
      <ul>
        {data?.roles.map((held) => (
          <HeldRole key={held.roleHeldId} held={held} />
        ))}
      </ul>
      <GiveRole personId={personId} />
    </section>
  );
}

function HeldRole({ held }: { held: Held }) {
  const words = useWords(wordsOfPeople);
  const chosen = useLanguage();
  const nameOf = useRoleNames();
  const today = dayOf(useNow());
  const { personId, roleHeldId, fromOn, toOn } = held;
  const deed = useDeed("PATCH /people/:personId/roles/:roleHeldId", { onDone: () => tell(words.ended) });
  const isOver = toOn !== null && toOn <= today;
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 border-t border-line py-1">
      <span className={isOver ? "text-ink-3" : "font-medium"}>{nameOf(held)}</span>
      <span className="grow text-sm text-ink-2">
        {formatDay(fromOn)}
        {toOn !== null && ` – ${formatDay(toOn)}`}
      </span>
      {!isOver && (
        <Button
          look="quiet"
          isBusy={deed.isPending}
          onClick={() => deed.mutate({ parts: { params: { personId, roleHeldId }, body: { toOn: today } } })}
        >
          {words.end}
        </Button>
      )}
      {deed.error && <span className="text-late">{errorText(deed.error, chosen)}</span>}
    </li>
  );
}

function GiveRole({ personId }: { personId: string }) {
  const words = useWords(wordsOfPeople);
  const now = useNow();
  const { data } = useAnswer("GET /units", {});
  const [role, setRole] = useState("");
  const [unit, setUnit] = useState("");
  const [fromOn, setFromOn] = useState(dayOf(now));
  const deed = useDeed("POST /people/:personId/roles", { onDone: () => tell(words.given) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deed.mutate({ parts: { params: { personId }, body: { role: role as Role, unit, fromOn } } });
  };
  const roles = [...new Map(data?.roles.map((each) => [each.role, each.name])).entries()];
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-xl bg-sunken p-3">
      <div className="grid gap-3 sm:grid-cols-3">
        <SelectField
          label={words.role}
          required
          empty="—"
          value={role}
          onChange={(event) => setRole(event.target.value)}
          options={roles.map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          label={words.unit}
          required
          empty="—"
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
          options={(data?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
        <DayField label={words.from} required value={fromOn} onType={setFromOn} />
      </div>
      <Refused error={deed.error} />
      <div>
        <Button type="submit" isBusy={deed.isPending}>
          {words.give}
        </Button>
      </div>
    </form>
  );
}
