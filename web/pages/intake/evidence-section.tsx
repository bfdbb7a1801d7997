import { Paperclip, X } from "lucide-react";
import { useId, useState } from "react";
import { upload } from "../../api/ask.ts";
import { IconButton } from "../../parts/button.tsx";
import { FilePlace } from "../../parts/file-place.tsx";
import { errorText } from "../../parts/states.tsx";
import { formatBytes } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { useIntake } from "./context.ts";
import { textOf, type HandedIn } from "./draft.ts";
import { Section } from "./section.tsx";
import { wordsOfIntake } from "./words.ts";

/** What the kind and the complainant need as proof; what is not there comes later. */
export function EvidenceSection() {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  const { form, draft, kind } = useIntake();
  const as = textOf(draft.values, "complainant.as");
  const ofComplainant = form.complainants.find(({ value }) => value === as)?.documents ?? [];
  const wanted = [...(kind?.documents ?? []), ...ofComplainant];
  return (
    <Section title={words.evidence}>
      <ul className="flex flex-col gap-2 sm:col-span-2">
        {wanted.map(({ value, label }) => (
          <DocumentPlace key={value} evidence={value} label={label[chosen]} />
        ))}
        <DocumentPlace label={words.otherDocuments} />
      </ul>
    </Section>
  );
}

function DocumentPlace({ evidence, label }: { evidence?: string; label: string }) {
  const words = useWords(wordsOfIntake);
  const { draft, change, isLocked } = useIntake();
  const { add, isBusy, error } = useAdding(evidence);
  const id = useId();
  const mine = draft.documents.filter((document) => document.evidence === evidence);
  const remove = (gone: HandedIn) =>
    change((known) => ({ ...known, documents: known.documents.filter((document) => document !== gone) }));
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="grow">
        {label}
        {evidence !== undefined && mine.length === 0 && <span className="text-ink-3"> – {words.later}</span>}
      </label>
      {mine.map((document) => (
        <span key={document.sha256} className="inline-flex items-center gap-1 rounded-lg bg-sunken pl-2.5">
          <Paperclip size={14} aria-hidden />
          <span className="max-w-48 truncate">{document.name}</span>
          <span className="text-sm text-ink-3">{formatBytes(document.bytes)}</span>
          <IconButton label={words.removeDocument(document.name)} disabled={isLocked} onClick={() => remove(document)}>
            <X size={16} aria-hidden />
          </IconButton>
        </span>
      ))}
      <FilePlace
        multiple
        disabled={isLocked || isBusy}
        control={{ id, "aria-describedby": error && `${id}-error` }}
        onFiles={(files) => void add(files)}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="w-full text-sm font-medium text-late">
          {error}
        </p>
      )}
    </li>
  );
}

/** Uploads at once, while the talk goes on. */
function useAdding(evidence: string | undefined) {
  const { change } = useIntake();
  const chosen = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const add = async (files: File[]) => {
    setBusy(true);
    setError(undefined);
    try {
      for (const file of files) {
        const { sha256, bytes } = await upload(file, file.name);
        const document: HandedIn = { sha256, bytes, name: file.name, ...(evidence === undefined ? {} : { evidence }) };
        change((known) => ({ ...known, documents: [...known.documents, document] }));
      }
    } catch (problem) {
      setError(errorText(problem, chosen));
    } finally {
      setBusy(false);
    }
  };
  return { add, isBusy, error };
}
