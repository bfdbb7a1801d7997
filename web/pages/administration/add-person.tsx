import { useState, type FormEvent } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfAdministration, wordsOfPeople } from "./words.ts";

/** Somebody new: a name, a way to sign in, and a first password. Roles come after. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOfPeople);
  const general = useWords(wordsOfAdministration);
  const chosen = useLanguage();
  const [typed, setTyped] = useState({ name: "", signInName: "", email: "", password: "" });
  const [isMissing, setMissing] = useState(false);
  const deed = useDeed("POST /people", {
    onDone: () => {
      tell(general.saved);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, signInName, email, password } = typed;
    setMissing(!name.trim() || !signInName.trim());
    if (!name.trim() || !signInName.trim()) return;
    const optional = { ...(email ? { email } : {}), ...(password ? { password } : {}) };
    deed.mutate({
      parts: { body: { personId: signInName.trim(), name: name.trim(), signInName: signInName.trim(), ...optional } },
    });
  };
  const field = (name: keyof typeof typed) => ({
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const lacks = (name: "name" | "signInName") => (isMissing && !typed[name].trim() ? general.missing : undefined);
  return (
    <Dialog title={words.add} isOpen onClose={onClose}>
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
        <TextField
          label={words.password}
          hint={words.passwordHint}
          type="password"
          isOptional
          autoComplete="new-password"
          {...field("password")}
        />
        {deed.error && (
          <p role="alert" className="font-medium text-late">
            {errorText(deed.error, chosen)}
          </p>
        )}
        <Button type="submit" look="primary" isBusy={deed.isPending}>
          {general.save}
        </Button>
      </form>
    </Dialog>
  );
}
