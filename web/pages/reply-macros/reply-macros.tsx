import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { Empty, Failed, Loading, Refused } from "../../parts/states.tsx";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { useKindNames } from "./kind-names.ts";
import { MacroForm } from "./macro-form.tsx";
import { wordsOfMacros } from "./words.ts";

export type Macros = Answer<"GET /reply-macros">;
export type Macro = Macros["macros"][number];

/** Pieces of replies: everybody reads and uses them, shift leads and administrators write them. */
export function ReplyMacros() {
  const words = useWords(wordsOfMacros);
  const { data, error, refetch } = useAnswer("GET /reply-macros", {});
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4">
      <div>
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="text-ink-2">{words.hint}</p>
        <Link to="/loi-thu" className="inline-flex min-h-9 items-center text-accent underline underline-offset-4">
          {words.texts}
        </Link>
      </div>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <List found={data} />}
    </div>
  );
}

function List({ found }: { found: Macros }) {
  const words = useWords(wordsOfMacros);
  const [opened, setOpened] = useState<Macro | "new">();
  const [sought, setSought] = useState("");
  const { macros, variables, mayWrite } = found;
  const kindNames = useKindNames();
  const shown = macros.filter(({ name, content }) => `${name} ${content}`.toLowerCase().includes(sought.toLowerCase()));
  const close = () => setOpened(undefined);
  return (
    <>
      <div className="flex flex-wrap items-end gap-3">
        {macros.length > 5 && (
          <TextField
            label={words.search}
            type="search"
            className="grow"
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        )}
        {mayWrite && opened !== "new" && (
          <Button look="primary" icon={<Plus size={16} aria-hidden />} onClick={() => setOpened("new")}>
            {words.add}
          </Button>
        )}
      </div>
      {opened === "new" && <MacroForm variables={variables} onClose={close} />}
      {macros.length === 0 && <Empty title={words.none}>{words.noneHint}</Empty>}
      <ul className="flex flex-col gap-3">
        {shown.map((macro) => (
          <li key={macro.macroId} className="rounded-xl border border-line bg-surface p-4">
            {opened !== "new" && opened?.macroId === macro.macroId ? (
              <MacroForm macro={macro} variables={variables} onClose={close} />
            ) : (
              <Shown
                macro={macro}
                kind={macro.kind && (kindNames.get(macro.kind) ?? macro.kind)}
                mayWrite={mayWrite}
                onEdit={() => setOpened(macro)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type ShownProps = {
  macro: Macro;
  /** Name of the kind that it is for; null: for all. */
  kind: string | null;
  mayWrite: boolean;
  onEdit: () => void;
};

function Shown({ macro, kind, mayWrite, onEdit }: ShownProps) {
  const words = useWords(wordsOfMacros);
  const remove = useDeed("DELETE /reply-macros/:macroId");
  const { macroId, version, name, content, changedBy, changedAt } = macro;
  return (
    <>
      <h2 className="text-lg font-semibold">{name}</h2>
      <p lang="vi" className="my-1 break-words whitespace-pre-line">
        {content}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="grow text-sm text-ink-3">
          {kind && `${kind} · `}
          {words.changed(changedBy, formatInstant(changedAt))}
        </span>
        {mayWrite && (
          <>
            <Button onClick={onEdit}>{words.edit}</Button>
            <Button
              isBusy={remove.isPending}
              onClick={() => remove.mutate({ parts: { params: { macroId }, query: { version } } })}
            >
              {words.remove}
            </Button>
          </>
        )}
      </div>
      <Refused error={remove.error} />
    </>
  );
}
