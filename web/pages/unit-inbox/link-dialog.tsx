import { Copy } from "lucide-react";
import { useState, type FormEvent } from "react";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField, TextField } from "../../parts/field.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatInstant } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Request } from "./requests.ts";
import { wordsOfInbox, wordsOfLink } from "./words.ts";

type Made = { url: string; expiresAt: string; email: string };

/** Makes a link for somebody who never signs in, by mail or to be handed over. */
export function LinkDialog({ item, isOpen, onClose }: { item: Request; isOpen: boolean; onClose: () => void }) {
  const words = useWords(wordsOfInbox);
  return (
    <Dialog title={`${words.sendLink} · ${item.number}`} isOpen={isOpen} onClose={onClose}>
      {isOpen && <LinkForm item={item} onClose={onClose} />}
    </Dialog>
  );
}

function LinkForm({ item, onClose }: { item: Request; onClose: () => void }) {
  const words = useWords(wordsOfLink);
  const chosen = useLanguage();
  const { complaintId, coordinationId } = item;
  const [sentTo, setSentTo] = useState("");
  const [email, setEmail] = useState("");
  const [documents, setDocuments] = useState<string[]>([]);
  const [made, setMade] = useState<Made>();
  const deed = useDeed("POST /complaints/:complaintId/coordinations/:coordinationId/answer-links");
  if (made) return <MadeLink made={made} onClose={onClose} />;
  const make = (event: FormEvent) => {
    event.preventDefault();
    const to = { ...(sentTo.trim() ? { sentTo } : {}), ...(email.trim() ? { email: email.trim() } : {}) };
    deed.mutate(
      { parts: { params: { complaintId, coordinationId }, body: { ...to, documents } } },
      { onSuccess: ({ url, expiresAt }) => setMade({ url, expiresAt, email: email.trim() }) },
    );
  };
  return (
    <form onSubmit={make} noValidate className="flex flex-col gap-4">
      <p className="text-ink-2">{words.hint}</p>
      <TextField label={words.sentTo} isOptional value={sentTo} onChange={({ target }) => setSentTo(target.value)} />
      <TextField
        label={words.email}
        hint={words.emailHint}
        isOptional
        type="email"
        autoComplete="off"
        error={deed.error ? errorText(deed.error, chosen) : undefined}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <ReleasedDocuments complaintId={complaintId} chosen={documents} onChange={setDocuments} />
      <div className="flex justify-end">
        <Button type="submit" look="primary" isBusy={deed.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  );
}

/** None is shown unless somebody chose it: the file has more than a technician needs. */
function ReleasedDocuments({
  complaintId,
  chosen,
  onChange,
}: {
  complaintId: string;
  chosen: string[];
  onChange: (documents: string[]) => void;
}) {
  const words = useWords(wordsOfLink);
  const { data } = useAnswer("GET /complaints/:complaintId/documents", { params: { complaintId } });
  if (!data || data.documents.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1 font-medium">{words.documents}</legend>
      {data.documents.map(({ attachmentId, name }) => (
        <CheckField
          key={attachmentId}
          label={name}
          checked={chosen.includes(attachmentId)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, attachmentId] : chosen.filter((each) => each !== attachmentId))
          }
        />
      ))}
    </fieldset>
  );
}

function MadeLink({ made: { url, expiresAt, email }, onClose }: { made: Made; onClose: () => void }) {
  const words = useWords(wordsOfLink);
  const copy = () =>
    navigator.clipboard.writeText(url).then(
      () => tell(words.copied),
      () => tell(words.notCopied, { isError: true }),
    );
  return (
    <div className="flex flex-col gap-4">
      {email && <p>{words.mailed(email)}</p>}
      <TextField label={words.made} readOnly value={url} onFocus={({ target }) => target.select()} />
      <p className="text-ink-2">
        {words.goodUntil(formatInstant(expiresAt))} {words.shownOnce}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{words.close}</Button>
        <Button look="primary" icon={<Copy size={16} aria-hidden />} onClick={() => void copy()}>
          {words.copy}
        </Button>
      </div>
    </div>
  );
}
