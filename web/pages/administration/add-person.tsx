import { useState, type FormEvent } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { ShownOnce } from "./one-time-password.tsx";
import { wordsOfAdministration, wordsOfPeople } from "./words.ts";

/** Somebody new: a name and a way to sign in; then the password for the first time, shown once. Roles come after. */
export function AddPerson({ onClose }: { onClose: (added?: string) => void }) {
  const words = useWords(wordsOfPeople);
  const general = useWords(wordsOfAdministration);
  const password = useDeed("POST /people/:personId/one-time-passwords");
  const add = useDeed("POST /people", {
    onDone: ({ personId }) => {
      tell(general.saved);
      password.mutate({ parts: { params: { personId } } });
    },
  });
  return (
    <Dialog title={words.add} isOpen onClose={() => onClose()}>
      {add.data ? (
        <div className="flex flex-col gap-4">
          <p className="font-medium">{words.wasAdded(add.data.name)}</p>
          {password.data?.password && <ShownOnce {...password.data} password={password.data.password} />}
          <Trouble error={password.error} />
          <div>
            <Button look="primary" onClick={() => onClose(add.data.personId)}>
              {words.thenRoles}
            </Button>
          </div>
        </div>
      ) : (
        <PersonForm add={add} />
      )}
    </Dialog>
  );
}

function PersonForm({ add }: { add: ReturnType<typeof useDeed<"POST /people">> }) {
  const words = useWords(wordsOfPeople);
  const general = useWords(wordsOfAdministration);
  const [typed, setTyped] = useState({ name: "", signInName: "", email: "" });
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, signInName, email } = typed;
    setMissing(!name.trim() || !signInName.trim());
    if (!name.trim() || !signInName.trim()) return;
    const body = { name: name.trim(), signInName: signInName.trim(), ...(email ? { email } : {}) };
    add.mutate({ parts: { body } });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const lacks = (name: "name" | "signInName") => (isMissing && !typed[name].trim() ? general.missing : undefined);
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <TextField label={general.name} autoComplete="off" error={lacks("name")} {...field("name")} />
      <TextField
        label={words.signInName}
        hint={words.signInNameHint}
        autoComplete="off"
        autoCapitalize="none"
        error={lacks("signInName")}
        {...field("signInName")}
      />
      <TextField label={words.email} type="email" isOptional autoComplete="off" {...field("email")} />
      <p className="text-sm text-ink-2">{words.passwordHint}</p>
      <Trouble error={add.error} />
      <Button type="submit" look="primary" isBusy={add.isPending}>
        {general.save}
      </Button>
    </form>
  );
}

function Trouble({ error }: { error: unknown }) {
  const chosen = useLanguage();
  if (!error) return null;
  return (
    <p role="alert" className="font-medium text-late">
      {errorText(error, chosen)}
    </p>
  );
}
