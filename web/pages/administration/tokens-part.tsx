import { useState, type FormEvent } from "react";
import type { Answer, Parts } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { CheckField, TextField } from "../../parts/field.tsx";
import { Empty, Failed, Loading, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfTokens } from "./words.ts";

type Token = Answer<"GET /tokens">["tokens"][number];
type Scope = Parts<"POST /tokens">["body"]["scopes"][number];

const scopes: readonly Scope[] = ["read", "register", "handle", "administer"];
const DAYS = 90;

/** Tokens of everybody: what a program may do, whose it is, until when; and their end. */
export function TokensPart() {
  const words = useWords(wordsOfTokens);
  const { data, error, refetch } = useAnswer("GET /tokens", { query: { of: "everybody" } });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="flex max-w-3xl flex-col gap-4">
      <MakeToken />
      {data.tokens.length === 0 && <Empty title={words.empty} />}
      <ul>
        {data.tokens.map((token) => (
          <TokenRow key={token.tokenId} token={token} />
        ))}
      </ul>
    </section>
  );
}

function TokenRow({ token }: { token: Token }) {
  const words = useWords(wordsOfTokens);
  const deed = useDeed("DELETE /tokens/:tokenId", { onDone: () => tell(words.revoked) });
  const { tokenId, name, personName, expiresAt, revokedAt } = token;
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 border-t border-line py-1">
      <span className="font-medium">{name}</span>
      <span className="text-ink-2">
        {words.of} {personName}
      </span>
      <span className="grow text-sm text-ink-2">
        {token.scopes.map((scope) => words[scope]).join(", ")} · {words.until} {formatDay(expiresAt)}
      </span>
      {revokedAt !== null ? (
        <Badge>{words.revoked}</Badge>
      ) : (
        <Button look="quiet" isBusy={deed.isPending} onClick={() => deed.mutate({ parts: { params: { tokenId } } })}>
          {words.revoke}
        </Button>
      )}
    </li>
  );
}

function MakeToken() {
  const words = useWords(wordsOfTokens);
  const [name, setName] = useState("");
  const [days, setDays] = useState(String(DAYS));
  const [wanted, setWanted] = useState<readonly Scope[]>(["read"]);
  const deed = useDeed("POST /tokens");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    deed.mutate({ parts: { body: { name, scopes: [...wanted], days: Number(days) } } });
  };
  const toggle = (scope: Scope) =>
    setWanted(wanted.includes(scope) ? wanted.filter((each) => each !== scope) : [...wanted, scope]);
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <p className="text-ink-2">{words.hint}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField label={words.name} required value={name} onChange={(event) => setName(event.target.value)} />
        <TextField
          label={words.days}
          type="number"
          min={1}
          max={365}
          required
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
      </div>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="pb-1 font-medium">{words.scopes}</legend>
        {scopes.map((scope) => (
          <CheckField
            key={scope}
            label={words[scope]}
            checked={wanted.includes(scope)}
            onChange={() => toggle(scope)}
          />
        ))}
      </fieldset>
      <Refused error={deed.error} />
      {deed.data?.secret && <Secret secret={deed.data.secret} />}
      <div>
        <Button type="submit" look="primary" disabled={wanted.length === 0} isBusy={deed.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}

function Secret({ secret }: { secret: string }) {
  const words = useWords(wordsOfTokens);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => tell(words.copied));
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 rounded-lg bg-soon-soft p-3">
      <p className="w-full font-medium text-soon">{words.secret}</p>
      <code className="grow break-all">{secret}</code>
      <Button onClick={copy}>{words.copy}</Button>
    </div>
  );
}
