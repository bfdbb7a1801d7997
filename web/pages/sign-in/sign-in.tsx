import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { ask, askAs } from "../../api/ask.ts";
import { forgetKeptAnswers, keepAnswer } from "../../api/kept-answers.ts";
import { answerOptions } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { CheckField, TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tellWhoIsHere } from "../../staff/one-person.ts";
import { chooseLanguage, useLanguage, useWords } from "../../words/language.ts";
import { DemoPeople } from "./demo-people.tsx";
import { wordsOfSignIn } from "./words.ts";

export function SignIn() {
  const words = useWords(wordsOfSignIn);
  const { error, isBusy, signIn } = useSignIn();
  const chosen = useLanguage();
  return (
    <main className="mx-auto flex min-h-dvh max-w-5xl flex-col justify-center gap-8 px-5 py-10 lg:flex-row lg:items-start lg:gap-16">
      <section className="w-full max-w-sm shrink-0 only:mx-auto">
        <img src="/icon.svg" alt="" width={48} height={48} />
        <h1 className="mt-4 text-2xl font-semibold">Hồi Âm</h1>
        <p className="mb-6 text-lg text-ink-2">{words.promise}</p>
        <SignInForm error={error} isBusy={isBusy} onSignIn={signIn} />
        <Button look="quiet" className="mt-6 -ml-3" onClick={() => chooseLanguage(chosen === "vi" ? "en" : "vi")}>
          {chosen === "vi" ? "English" : "Tiếng Việt"}
        </Button>
      </section>
      <DemoPeople onChoose={signIn} />
    </main>
  );
}

type Credentials = { signInName: string; password: string };

function useSignIn() {
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false });
  const chosen = useLanguage();
  const signIn = async (body: Credentials) => {
    setBusy(true);
    try {
      askAs(undefined);
      const session = await ask("POST /session", { body });
      tellWhoIsHere(session);
      client.clear();
      await forgetKeptAnswers();
      void keepAnswer("GET /session", {}, session);
      client.setQueryData(answerOptions("GET /session", {}).queryKey, session);
      await navigate({ href: next ?? "/" });
    } catch (problem) {
      setError(errorText(problem, chosen));
    } finally {
      setBusy(false);
    }
  };
  return { error, isBusy, signIn: (body: Credentials) => void signIn(body) };
}

function SignInForm({
  error,
  isBusy,
  onSignIn,
}: {
  error: string | undefined;
  isBusy: boolean;
  onSignIn: (body: Credentials) => void;
}) {
  const words = useWords(wordsOfSignIn);
  const [isMissing, setMissing] = useState(false);
  const [isShown, setShown] = useState(false);
  const [signInName, setSignInName] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(!signInName.trim() || !password);
    if (signInName.trim() && password) onSignIn({ signInName: signInName.trim(), password });
  };
  const told = isMissing ? words.missing : error;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={words.signInName}
        hint={words.signInNameHint}
        name="signInName"
        value={signInName}
        onChange={(event) => setSignInName(event.target.value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        label={words.password}
        name="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        type={isShown ? "text" : "password"}
        autoComplete="current-password"
      />
      <CheckField label={words.show} checked={isShown} onChange={(event) => setShown(event.target.checked)} />
      <p role="alert" className="min-h-5 font-medium text-late">
        {told}
      </p>
      <Button look="primary" type="submit" isBusy={isBusy}>
        {words.enter}
      </Button>
    </form>
  );
}
