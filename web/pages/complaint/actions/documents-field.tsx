import { FileText, X } from "lucide-react";
import { useEffect } from "react";
import { Button, IconButton } from "../../../parts/button.tsx";
import { SelectField } from "../../../parts/field.tsx";
import { FilePlace } from "../../../parts/file-place.tsx";
import { formatBytes } from "../../../words/format.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { Labelled } from "./controls/labelled.tsx";
import type { EvidenceAsked } from "./described.ts";
import { useSetUploading } from "./form-context.ts";
import type { HandedIn } from "./form-values.ts";
import { useUploads, type Upload } from "./use-uploads.ts";
import { wordsOfForm } from "./words.ts";

type Props = {
  /** What is asked for; absent: documents. */
  label?: string;
  asked: EvidenceAsked[];
  documents: HandedIn[];
  onChange: (change: (documents: HandedIn[]) => HandedIn[]) => void;
  error?: string | undefined;
};

/** Documents that are handed in with a verb: dropped or picked, uploaded at once, each with what it is evidence of. */
export function DocumentsField({ label, asked, documents, onChange, error }: Props) {
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const required = asked.filter((each) => each.required);
  const { uploads, add, remove, retry } = useUploads((document) =>
    onChange((known) => [...known, evident(document, known, required)]),
  );
  const setUploading = useSetUploading();
  const isUploading = uploads.length > 0;
  useEffect(() => setUploading(isUploading), [setUploading, isUploading]);
  const wanted = required.map(({ label }) => label[chosen]).join(", ");
  return (
    <Labelled
      label={label ?? words.documents}
      isOptional={label === undefined && required.length === 0}
      error={error}
      hint={wanted ? `${words.needsEvidence}: ${wanted}` : undefined}
    >
      <FilePlace multiple data-path="attachments" onFiles={add} />
      <ul className="flex flex-col gap-1.5 empty:hidden">
        {documents.map((document, place) => (
          <DocumentRow
            key={document.sha256 + document.name}
            document={document}
            asked={asked}
            onEvidence={(evidence) =>
              onChange((known) => known.map((each, at) => (at === place ? { ...each, evidence } : each)))
            }
            onRemove={() => onChange((known) => known.filter((_each, at) => at !== place))}
          />
        ))}
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onRemove={() => remove(upload.id)} onRetry={() => retry(upload)} />
        ))}
      </ul>
    </Labelled>
  );
}

/** The first document is taken for what the procedure wants, until somebody says otherwise. */
function evident(document: HandedIn, known: HandedIn[], required: EvidenceAsked[]): HandedIn {
  const open = required.find(({ value }) => !known.some(({ evidence }) => evidence === value));
  return open ? { ...document, evidence: open.value } : document;
}

const row = "flex flex-wrap items-center gap-2 rounded-xl bg-page px-3 py-1";

type RowProps = {
  document: HandedIn;
  asked: EvidenceAsked[];
  onEvidence: (evidence: string | undefined) => void;
  onRemove: () => void;
};

function DocumentRow({ document: { name, bytes, evidence }, asked, onEvidence, onRemove }: RowProps) {
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  return (
    <li className={row}>
      <FileText size={16} aria-hidden className="shrink-0 text-ink-3" />
      <span className="min-w-24 grow truncate" title={name}>
        {name}
      </span>
      <span className="text-sm text-ink-3">{formatBytes(bytes)}</span>
      {asked.length > 0 && (
        <SelectField
          label={`${words.isEvidence}: ${name}`}
          className="[&>label]:sr-only"
          isOptional={false}
          empty={words.justDocument}
          options={asked.map(({ value, label }) => ({ value, label: label[chosen] }))}
          value={evidence ?? ""}
          onChange={({ target }) => onEvidence(target.value || undefined)}
        />
      )}
      <IconButton label={`${words.remove} ${name}`} onClick={onRemove}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}

function UploadRow({ upload, onRemove, onRetry }: { upload: Upload; onRemove: () => void; onRetry: () => void }) {
  const words = useWords(wordsOfForm);
  const { name, share, problem } = upload;
  const percent = Math.round(share * 100);
  return (
    <li className={row}>
      <span className="min-w-24 grow truncate">{name}</span>
      {problem === undefined ? (
        <progress
          className="h-1.5 w-28 accent-accent"
          value={share}
          aria-label={`${name}: ${words.uploading(percent)}`}
        />
      ) : (
        <>
          <span role="alert" className="text-sm text-late">
            {problem}
          </span>
          <Button look="quiet" onClick={onRetry}>
            {words.sendAgain}
          </Button>
        </>
      )}
      <IconButton label={`${problem === undefined ? words.stopUpload : words.remove} ${name}`} onClick={onRemove}>
        <X size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
