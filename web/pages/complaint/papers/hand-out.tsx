import { Link2 } from "lucide-react";
import { useState } from "react";
import { useAnswer, useDeed } from "../../../api/use-answer.ts";
import { Button } from "../../../parts/button.tsx";
import { SelectField, TextField } from "../../../parts/field.tsx";
import { Refused } from "../../../parts/states.tsx";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { wordsOfLinks } from "./words-of-links.ts";

type Document = { complaintId: string; attachmentId: string };

/** As long as the server makes them. */
const hoursOffered = [24, 72, 168];

/** A link by which somebody without an account fetches this document for a while, and those that still work. */
export function HandOut(document: Document) {
  const words = useWords(wordsOfLinks);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="border-t border-line pt-2" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="flex min-h-9 items-center gap-2 text-ink-2">
        <Link2 size={16} aria-hidden /> {words.title}
      </summary>
      {isOpen && (
        <>
          <NewLink {...document} />
          <GoodLinks {...document} />
        </>
      )}
    </details>
  );
}

function NewLink({ complaintId, attachmentId }: Document) {
  const words = useWords(wordsOfLinks);
  const [madeFor, setMadeFor] = useState("");
  const [hours, setHours] = useState("72");
  const deed = useDeed("POST /complaints/:complaintId/documents/:attachmentId/download-links");
  const body = { madeFor: madeFor.trim(), hours: Number(hours) };
  return (
    <form
      className="flex flex-col gap-3 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        deed.mutate({ parts: { params: { complaintId, attachmentId }, body } });
      }}
    >
      <TextField
        label={words.madeFor}
        hint={words.madeForHint}
        required
        maxLength={200}
        value={madeFor}
        onChange={(event) => setMadeFor(event.target.value)}
      />
      <SelectField
        label={words.hours}
        options={hoursOffered.map((each) => ({ value: String(each), label: words.forHours(each) }))}
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
      <div>
        <Button type="submit" isBusy={deed.isPending}>
          {words.make}
        </Button>
      </div>
      {deed.data && <Made key={deed.data.url} url={deed.data.url} />}
      <Refused error={deed.error} />
    </form>
  );
}

function Made({ url }: { url: string }) {
  const words = useWords(wordsOfLinks);
  const [isCopied, setCopied] = useState(false);
  return (
    <p role="status" className="rounded-lg bg-soon-soft p-3">
      <code className="text-sm break-all">{url}</code>
      <br />
      <span className="text-sm text-soon">{words.once}</span>{" "}
      <Button onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}>
        {isCopied ? words.copied : words.copy}
      </Button>
    </p>
  );
}

function GoodLinks({ complaintId, attachmentId }: Document) {
  const words = useWords(wordsOfLinks);
  const params = { complaintId };
  const { data } = useAnswer("GET /complaints/:complaintId/download-links", { params });
  const end = useDeed("DELETE /complaints/:complaintId/download-links/:downloadLinkId");
  const links = data?.links.filter((link) => link.attachmentId === attachmentId) ?? [];
  if (links.length === 0) return null;
  return (
    <>
      <h3 className="mt-2 font-medium">{words.good}</h3>
      <ul>
        {links.map(({ downloadLinkId, madeFor, expiresAt, fetched }) => (
          <li key={downloadLinkId} className="flex flex-wrap items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1 break-words">{madeFor}</span>
            <span className="text-sm text-ink-2">
              {words.until(formatInstant(expiresAt))}, {words.fetched(fetched)}
            </span>
            <Button
              isBusy={end.isPending && end.variables.parts.params.downloadLinkId === downloadLinkId}
              onClick={() => end.mutate({ parts: { params: { complaintId, downloadLinkId } } })}
            >
              {words.end}
            </Button>
          </li>
        ))}
      </ul>
      <Refused error={end.error} />
    </>
  );
}
