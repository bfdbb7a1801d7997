import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { ask, askAs } from "../../api/ask.ts";
import { Button } from "../../parts/button.tsx";
import { CheckField, TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tellWhoIsHere } from "../../staff/one-person.ts";
import { useSession, type Session } from "../../staff/session.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { wordsOfPassword } from "./words.ts";

/** As the server wants it. */
const CHARS_MIN = 10;

/** A password of one's own: whenever somebody likes, and before anything else where another one set it. */
export function Password() {
  const words = useWords(wordsOfPassword);
  const session = useSession();
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 px-5 py-10">
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      <p className="text-ink-2">{session.mustChangePassword ? words.must : words.may}</p>
      <PasswordForm session={session} />
      <WayOut mustChange={session.mustChangePassword} />
    </main>
  );
}

function PasswordForm({ session }: { session: Session }) {
  const words = useWords(wordsOfPassword);
  const { error, isBusy, change } = useChange(session);
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNext] = useState("");
  const [isShown, setShown] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isMissing = currentPassword === "" || newPassword === "";
    const told = isMissing ? words.missing : newPassword.length < CHARS_MIN ? words.tooShort : undefined;
    setWrong(told);
    if (told === undefined) void change({ currentPassword, newPassword });
  };
  const type = isShown ? "text" : "password";
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {/* For whoever keeps passwords in the browser. */}
      <input type="text" autoComplete="username" value={session.signInName} readOnly hidden />
      <TextField
        label={session.mustChangePassword ? words.currentOneTime : words.current}
        type={type}
        autoComplete="current-password"
        value={currentPassword}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <TextField
        label={words.next}
        hint={words.hint}
        type={type}
        autoComplete="new-password"
        value={newPassword}
        onChange={(event) => setNext(event.target.value)}
      />
      <CheckField label={words.show} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
      <p role="alert" className="min-h-5 font-medium text-late">
        {wrong ?? error}
      </p>
      <Button type="submit" look="primary" isBusy={isBusy}>
        {words.save}
      </Button>
    </form>
  );
}

/** Changing it ends this session too: whoever did it is signed in anew at once. */
function useChange({ organisation, signInName }: Session) {
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const chosen = useLanguage();
  const change = async (body: { currentPassword: string; newPassword: string }) => {
    setBusy(true);
    try {
      await ask("PUT /session/password", { body });
      await ask("POST /session", { body: { organisation, signInName, password: body.newPassword } });
      // Nothing of the session that ended stays.
      window.location.assign("/viec");
    } catch (problem) {
      setError(errorText(problem, chosen));
      setBusy(false);
    }
  };
  return { error, isBusy, change };
}

function WayOut({ mustChange }: { mustChange: boolean }) {
  const words = useWords(wordsOfPassword);
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await ask("DELETE /session", {});
    askAs(undefined);
    tellWhoIsHere(undefined);
    client.clear();
    await navigate({ to: "/dang-nhap" });
  };
  return (
    <div>
      <Button look="quiet" onClick={() => void (mustChange ? signOut() : navigate({ to: "/viec" }))}>
        {mustChange ? words.signOut : words.back}
      </Button>
    </div>
  );
}
