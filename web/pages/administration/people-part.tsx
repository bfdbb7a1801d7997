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
      {found.length > 0 && <PeopleTable people={found} onOpen={setOpened} />}
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

/** On a telephone each person is a card: the name, and the rest below it. */
function PeopleTable({ people, onOpen }: { people: readonly Person[]; onOpen: (personId: string) => void }) {
  const words = useWords(wordsOfPeople);
  return (
    <table className="block w-full overflow-hidden rounded-xl border border-line bg-surface sm:table">
      <thead className="hidden sm:table-header-group">
        <tr className="text-left text-sm text-ink-2">
          {[words.person, words.signInName, words.roles].map((head) => (
            <th key={head} className="px-4 py-2 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {people.map((each) => (
          <PersonRow key={each.personId} person={each} onOpen={() => onOpen(each.personId)} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, onOpen }: { person: Person; onOpen: () => void }) {
  const words = useWords(wordsOfPeople);
  const nameOf = useRoleNames();
  const roles = [...new Set(person.roles.map(nameOf))].join(", ");
  return (
    <tr className="relative block border-t border-line py-1.5 first:border-t-0 hover:bg-sunken sm:table-row sm:first:border-t">
      <th scope="row" className="block px-4 text-left font-medium sm:table-cell sm:w-64">
        {/* The whole row opens it. */}
        <button type="button" onClick={onOpen} className="min-h-9 text-left after:absolute after:inset-0">
          {person.name}
        </button>
      </th>
      <td className="block px-4 text-ink-2 sm:table-cell sm:w-56">{person.signInName}</td>
      <td className="block px-4 text-ink-2 sm:table-cell">
        {roles || words.noRoles} {person.isClosed && <Badge>{words.closed}</Badge>}
      </td>
    </tr>
  );
}
