import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { TextAreaField, TextField } from "../../parts/field.tsx";
import { Refused } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { putIn } from "./put-in.ts";
import type { Macro, Macros } from "./reply-macros.tsx";
import { wordsOfMacros } from "./words.ts";

type MacroFormProps = { macro?: Macro; variables: Macros["variables"]; onClose: () => void };

/** A piece that is written or changed; its variables are put in by a press, where the cursor stands. */
export function MacroForm({ macro, variables, onClose }: MacroFormProps) {
  const words = useWords(wordsOfMacros);
  const [name, setName] = useState(macro?.name ?? "");
  const [content, setContent] = useState(macro?.content ?? "");
  const saving = useSaving(macro, onClose);
  const area = useRef<HTMLTextAreaElement>(null);
  // Nobody has put a cursor anywhere yet: at the end.
  const [wasWritten, setWritten] = useState(false);
  const put = (variable: string) => {
    const end = content.length;
    const { selectionStart: from, selectionEnd: to } =
      wasWritten && area.current ? area.current : { selectionStart: end, selectionEnd: end };
    const { text, at } = putIn(content, `{${variable}}`, { from, to });
    flushSync(() => setContent(text));
    area.current?.focus();
    area.current?.setSelectionRange(at, at);
  };
  return (
    <form
      className="flex flex-col gap-3 rounded-xl bg-sunken p-4"
      onSubmit={(event) => {
        event.preventDefault();
        saving.save({ name: name.trim(), content: content.trim(), kind: macro?.kind ?? null });
      }}
    >
      <h2 className="text-lg font-semibold">{macro ? words.change : words.add}</h2>
      <TextField
        label={words.name}
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextAreaField
        label={words.content}
        required
        maxLength={5000}
        lang="vi"
        spellCheck
        className="[&_textarea]:field-sizing-content [&_textarea]:min-h-28"
        value={content}
        ref={area}
        onFocus={() => setWritten(true)}
        onChange={(event) => setContent(event.target.value)}
      />
      <Variables variables={variables} onChoose={put} />
      <Refused error={saving.error} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" isBusy={saving.isBusy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function Variables({ variables, onChoose }: { variables: Macros["variables"]; onChoose: (name: string) => void }) {
  const words = useWords(wordsOfMacros);
  const chosen = useLanguage();
  return (
    <fieldset>
      <legend className="font-medium">{words.variables}</legend>
      <p className="text-sm text-ink-3">{words.variablesHint}</p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {variables.map((variable) => (
          <li key={variable.name}>
            <Button onClick={() => onChoose(variable.name)}>{variable[chosen]}</Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type Typed = { name: string; content: string; kind: string | null };

function useSaving(macro: Macro | undefined, onDone: () => void) {
  const adding = useDeed("POST /reply-macros", { onDone });
  const changing = useDeed("PUT /reply-macros/:macroId", { onDone });
  return {
    save: (body: Typed) =>
      macro
        ? changing.mutate({ parts: { params: { macroId: macro.macroId }, body: { ...body, version: macro.version } } })
        : adding.mutate({ parts: { body } }),
    error: adding.error ?? changing.error,
    isBusy: adding.isPending || changing.isPending,
  };
}
