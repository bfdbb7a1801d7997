import { X } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useAnswer } from "../../../../api/use-answer.ts";
import { Button, IconButton } from "../../../../parts/button.tsx";
import { CheckField, Field } from "../../../../parts/field.tsx";
import { useSession } from "../../../../staff/session.ts";
import { useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";
import { SearchBox, type Found } from "./search-box.tsx";

const FOUND_MAX = 10;

/** People and complaints are kept with their names, so that a draft can show whom it means. */
const asFound = (value: unknown) => (value ? (value as Found) : null);

type Kind = "people" | "complaints";

/** What the server finds for what was typed; complaints only after two letters. */
function useFound(kind: Kind, typed: string, complaintId: string): Found[] {
  const search = useDeferredValue(typed.trim());
  const isOfComplaints = kind === "complaints" && search.length > 1;
  const query = { search, limit: FOUND_MAX };
  const people = useAnswer("GET /people-suggestions", { query }, { enabled: kind === "people" });
  const units = useAnswer("GET /units", {}, { enabled: kind === "people" });
  const named = new Map(units.data?.units.map(({ unitId, name }) => [unitId, name]));
  const complaints = useAnswer("GET /complaints", { query }, { enabled: isOfComplaints });
  if (kind === "people")
    return (people.data?.people ?? []).map(({ personId, name, units }) => ({
      id: personId,
      name,
      detail: units.map((unit) => named.get(unit) ?? unit).join(", "),
    }));
  if (!isOfComplaints) return [];
  const others = (complaints.data?.items ?? []).filter((each) => each.complaintId !== complaintId);
  return others.map(({ complaintId: id, number, customerName, excerpt }) => ({
    id,
    name: number,
    detail: [customerName, excerpt].filter(Boolean).join(" · "),
  }));
}

type Props = ControlProps & { kind: Kind };

function LookUp({ field, path, label, value, onChange, errors, complaintId, kind }: Props) {
  const words = useWords(wordsOfForm);
  const [typed, setTyped] = useState("");
  const found = useFound(kind, typed, complaintId);
  return (
    <Field label={label} isOptional={!field.required} error={errors[path]}>
      {(control) => (
        <SearchBox
          {...control}
          path={path}
          placeholder={kind === "people" ? words.findPerson : words.findComplaint}
          found={found}
          value={asFound(value)}
          onSearch={setTyped}
          onChange={(chosen) => onChange(chosen ?? undefined)}
        />
      )}
    </Field>
  );
}

export function Person(props: ControlProps) {
  const { field, value, onChange } = props;
  const words = useWords(wordsOfForm);
  const { personId, name } = useSession();
  return (
    <div className="flex flex-col gap-2">
      {value !== null && <LookUp {...props} kind="people" />}
      {value === undefined && (
        <Button look="quiet" className="self-start" onClick={() => onChange({ id: personId, name })}>
          {words.me}
        </Button>
      )}
      {field.nullable && (
        <CheckField
          label={words.nobody}
          checked={value === null}
          onChange={({ target }) => onChange(target.checked ? null : undefined)}
        />
      )}
    </div>
  );
}

export function Complaint(props: ControlProps) {
  return <LookUp {...props} kind="complaints" />;
}

/** Several of them: each chosen one stands above the box, with a way to leave it out again. */
function LookUps(props: Props) {
  const { field, path, label, value, onChange, errors } = props;
  const words = useWords(wordsOfForm);
  const chosen = Array.isArray(value) ? (value as Found[]) : [];
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {chosen.map(({ id, name }) => (
            <li key={id} className="flex items-center rounded-lg bg-accent-soft pl-2.5 text-accent-strong">
              {name}
              <IconButton
                label={`${words.remove} ${name}`}
                onClick={() => onChange(chosen.filter((each) => each.id !== id))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {chosen.length < (field.max ?? Infinity) && (
        <LookUp
          // A choice goes into the list; the box begins anew.
          key={chosen.length}
          {...props}
          field={{ ...field, required: true }}
          errors={{}}
          value={undefined}
          onChange={(added) => {
            const person = asFound(added);
            if (person && !chosen.some(({ id }) => id === person.id)) onChange([...chosen, person]);
          }}
        />
      )}
    </Labelled>
  );
}

export function People(props: ControlProps) {
  return <LookUps {...props} kind="people" />;
}

export function Complaints(props: ControlProps) {
  return <LookUps {...props} kind="complaints" />;
}
