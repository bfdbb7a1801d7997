import { Camera, FileText, Trash2, Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../words/language.ts";
import { formatBytes } from "../../words/format.ts";
import { smallerPhoto } from "../smaller-photo.ts";
import { wordsOfFiles } from "./file-words.ts";
import { Thumbnail } from "./thumbnail.tsx";

/** A photo or paper, kept in this browser until it was sent. `sha256`: it has been uploaded. */
export type Handed = { id: string; name: string; blob: Blob; evidence: string; sha256?: string };

const FILE_BYTES_MAX = 25_000_000;
const FILES_MAX = 20;
const picker =
  "inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-lg border border-edge bg-surface px-5 font-medium hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus";

/** Photos from the camera or from the disk, by touching or dropping; kept in this browser until they are sent. */
export function HandedFiles({
  files,
  needed = [],
  hint,
  onChange,
}: {
  files: Handed[];
  /** What to hand in here; none: the customers' own words. */
  hint?: string;
  /** What of the documents is asked for by name. */
  needed?: readonly { id: string; name: string }[];
  onChange: (files: Handed[]) => void;
}) {
  const words = useWords(wordsOfFiles);
  const [refused, setRefused] = useState<string | null>(null);
  const [isPreparing, setPreparing] = useState(false);
  const latest = useRef(files);
  useEffect(() => void (latest.current = files), [files]);
  const add = async (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    const large = chosen.find(({ size }) => size > FILE_BYTES_MAX);
    const fitting = chosen.filter(({ size }) => size > 0 && size <= FILE_BYTES_MAX);
    const isMany = files.length + fitting.length > FILES_MAX;
    setRefused(isMany ? words.tooManyFiles : large ? words.fileTooLarge(large.name) : null);
    const [onlyNeeded] = needed;
    const evidence =
      needed.length === 1 && !files.some((file) => file.evidence === onlyNeeded?.id) ? (onlyNeeded?.id ?? "") : "";
    setPreparing(true);
    const photos = await Promise.all(fitting.map(smallerPhoto));
    setPreparing(false);
    const added = photos.map((photo) => ({ id: crypto.randomUUID(), ...photo, evidence }));
    onChange([...latest.current, ...added].slice(0, FILES_MAX));
  };
  return (
    <>
      <p className="mb-3 text-ink-2">{hint ?? words.filesHint}</p>
      {needed.length > 0 && (
        <p className="mb-3">
          <span className="font-medium">{words.filesNeeded}: </span>
          {needed.map(({ name }) => name).join(", ")}
        </p>
      )}
      <DropZone onFiles={(list) => void add(list)} />
      <p role="status">{isPreparing && words.preparing}</p>
      {refused && (
        <p role="alert" className="mt-3 font-medium text-late">
          {refused}
        </p>
      )}
      <ul className="my-4 flex flex-col gap-2">
        {files.map((file) => (
          <FileLine
            key={file.id}
            {...{ file, needed }}
            onEvidence={(evidence) =>
              onChange(files.map((each) => (each.id === file.id ? { ...each, evidence } : each)))
            }
            onRemove={() => onChange(files.filter(({ id }) => id !== file.id))}
          />
        ))}
      </ul>
    </>
  );
}

function DropZone({ onFiles }: { onFiles: (list: FileList | null) => void }) {
  const words = useWords(wordsOfFiles);
  const [isOver, setOver] = useState(false);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      }}
      className={`flex flex-col gap-2 rounded-xl border-2 border-dashed p-4 sm:flex-row sm:items-center ${isOver ? "border-accent bg-accent-soft" : "border-edge"}`}
    >
      <Picker label={words.takePhoto} icon={<Camera size={20} aria-hidden />} isCamera onFiles={onFiles} />
      <Picker label={words.chooseFiles} icon={<Upload size={20} aria-hidden />} onFiles={onFiles} />
      <span className="hidden text-ink-2 sm:inline">{words.dropHere}</span>
    </div>
  );
}

function Picker({
  label,
  icon,
  isCamera = false,
  onFiles,
}: {
  label: string;
  icon: React.ReactNode;
  isCamera?: boolean;
  onFiles: (list: FileList | null) => void;
}) {
  return (
    <label className={picker}>
      {icon}
      {label}
      <input
        type="file"
        className="sr-only"
        multiple={!isCamera}
        accept={isCamera ? "image/*" : "image/*,video/*,audio/*,application/pdf,.doc,.docx,.xls,.xlsx,.txt,.eml"}
        {...(isCamera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          onFiles(event.target.files);
          event.target.value = "";
        }}
      />
    </label>
  );
}

function FileLine({
  file,
  needed,
  onEvidence,
  onRemove,
}: {
  file: Handed;
  needed: readonly { id: string; name: string }[];
  onEvidence: (evidence: string) => void;
  onRemove: () => void;
}) {
  const words = useWords(wordsOfFiles);
  const { name, blob, evidence } = file;
  return (
    <li className="flex items-center gap-3 rounded-lg border border-line bg-surface p-2">
      {blob.type.startsWith("image/") ? (
        <Thumbnail blob={blob} />
      ) : (
        <span className="flex size-14 shrink-0 items-center justify-center rounded-md bg-sunken text-ink-2">
          <FileText aria-hidden />
        </span>
      )}
      <span className="min-w-0 grow">
        <span className="block truncate">{name}</span>
        <span className="block text-base text-ink-2">{formatBytes(blob.size)}</span>
        {needed.length > 0 && (
          <label className="text-base">
            {words.fileIs}{" "}
            <select
              value={evidence}
              onChange={(event) => onEvidence(event.target.value)}
              className="min-h-11 max-w-full rounded-lg border border-edge bg-surface px-2"
            >
              {[...needed, { id: "", name: words.fileOther }].map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        )}
      </span>
      <button
        type="button"
        aria-label={words.remove(name)}
        onClick={onRemove}
        className="flex size-12 shrink-0 items-center justify-center rounded-lg hover:bg-sunken"
      >
        <Trash2 size={20} aria-hidden />
      </button>
    </li>
  );
}
