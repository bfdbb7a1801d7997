import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { OneTimePassword } from "./one-time-password.tsx";
import type { Person } from "./use-people.ts";
import { PersonDeputies } from "./person-deputies.tsx";
import { PersonRoles } from "./person-roles.tsx";
import { wordsOfAdministration, wordsOfPeople } from "./words.ts";

/** One person: roles, who stands in, and the end of the account. */
export function OnePerson({
  person,
  people,
  onClose,
}: {
  person: Person;
  people: readonly Person[];
  onClose: () => void;
}) {
  return (
    <Dialog title={person.name} isOpen onClose={onClose} isWide>
      <div className="flex flex-col gap-6">
        <PersonRoles person={person} />
        <PersonDeputies person={person} people={people} />
        {!person.isClosed && <OneTimePassword personId={person.personId} />}
        <AccountEnd person={person} />
      </div>
    </Dialog>
  );
}

function AccountEnd({ person }: { person: Person }) {
  const words = useWords(wordsOfPeople);
  const general = useWords(wordsOfAdministration);
  const deed = useDeed("PATCH /people/:personId", { onDone: () => tell(general.saved) });
  const { personId, isClosed, version } = person;
  const change = () =>
    deed.mutate({ parts: { params: { personId }, body: { isClosed: !isClosed } }, ifMatch: version });
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      {!isClosed && <p className="text-ink-2">{words.closeHint}</p>}
      <div>
        <Button look={isClosed ? "plain" : "danger"} isBusy={deed.isPending} onClick={change}>
          {isClosed ? words.reopen : words.close}
        </Button>
      </div>
      <Refused error={deed.error} />
    </section>
  );
}
