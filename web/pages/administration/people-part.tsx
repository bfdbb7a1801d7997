import { useState } from "react";
import { FileUp, Plus } from "lucide-react";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { AddPerson } from "./add-person.tsx";
import { OnePerson } from "./one-person.tsx";
import { useRoleNames } from "./role-names.ts";
import { usePeople, type Person } from "./use-people.ts";
import { StaffImport } from "./staff-import.tsx";
import { wordsOfStaff } from "./words-of-staff.ts";
import { wordsOfPeople } from "./words.ts";
import { plain } from "../../words/plain.ts";

/** Everybody who works or worked here, with their roles. */
export function PeoplePart() {
  const words = useWords(wordsOfPeople);
  const [typed, setTyped] = useState("");
  const { import: importWord } = useWords(wordsOfStaff);
  const [isAdding, setAdding] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const [opened, setOpened] = useState<string>();
  const { data, error, refetch } = usePeople();
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const found = data.filter(({ name, signInName }) => plain(`${name} ${signInName}`).includes(plain(typed)));
  const person = data.find(({ personId }) => personId === opened);
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <TextField label={words.find} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <div className="flex flex-wrap gap-2">
          <Button icon={<FileUp size={16} aria-hidden />} onClick={() => setImporting(true)}>
            {importWord}
          </Button>
          <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </div>
      </div>
      {found.length === 0 && <Empty title={words.empty} />}
      <ul className="overflow-hidden rounded-xl border border-line bg-surface">
        {found.map((each) => (
          <PersonRow key={each.personId} person={each} onOpen={() => setOpened(each.personId)} />
        ))}
      </ul>
      {isAdding && (
        <AddPerson
          onClose={(added) => {
            setAdding(false);
            setOpened(added);
          }}
        />
      )}
      {isImporting && <StaffImport onClose={() => setImporting(false)} />}
      {person && <OnePerson person={person} people={data} onClose={() => setOpened(undefined)} />}
    </section>
  );
}

function PersonRow({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const words = useWords(wordsOfPeople);
  const nameOf = useRoleNames();
  return (
    <li className="border-t border-line first:border-t-0">
      <button
        type="button"
        onClick={onOpen}
        className="flex min-h-12 w-full flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-left hover:bg-sunken"
      >
        <span className="font-medium">{person.name}</span>
        <span className="text-ink-2">{person.signInName}</span>
        <span className="grow text-ink-2">{person.roles.map(nameOf).join(", ") || words.noRoles}</span>
        {person.isClosed && <Badge>{words.closed}</Badge>}
      </button>
    </li>
  );
}
