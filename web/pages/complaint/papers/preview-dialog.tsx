import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { addressOf } from "../../../api/ask.ts";
import { Dialog } from "../../../parts/dialog.tsx";
import { Loading } from "../../../parts/states.tsx";
import { formatBytes } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import type { Document } from "../file.ts";
import { HandOut } from "./hand-out.tsx";
import { wordsOfPapers } from "./words.ts";

const pictures = ["image/png", "image/jpeg", "image/webp"];

/** A picture or a PDF as it is; anything else is only kept as a file. */
export function PreviewDialog(shown: { complaintId: string; document: Document | undefined; onClose: () => void }) {
  const { complaintId, document, onClose } = shown;
  return (
    <Dialog title={document?.name ?? ""} isOpen={document !== undefined} onClose={onClose} isWide>
      {document && <Preview complaintId={complaintId} document={document} />}
    </Dialog>
  );
}

function Preview({ complaintId, document }: { complaintId: string; document: Document }) {
  const words = useWords(wordsOfPapers);
  const params = { complaintId, attachmentId: document.attachmentId };
  const address = (disposition: "attachment" | "inline") =>
    addressOf("GET /complaints/:complaintId/documents/:attachmentId", { params, query: { disposition } });
  return (
    <div className="flex flex-col gap-3">
      <Shown document={document} address={address("inline")} />
      <p className="flex items-center justify-between gap-3">
        <span className="text-sm text-ink-3">{formatBytes(document.bytes)}</span>
        <a
          href={address("attachment")}
          download={document.name}
          className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-edge px-3.5 font-medium hover:bg-sunken sm:min-h-9"
        >
          <Download size={16} aria-hidden /> {words.keep}
        </a>
      </p>
      <HandOut complaintId={complaintId} attachmentId={document.attachmentId} />
    </div>
  );
}

function Shown({ document: { type, name }, address }: { document: Document; address: string }) {
  const words = useWords(wordsOfPapers);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p role="alert">{words.altered}</p>;
  if (pictures.includes(type)) {
    return (
      <img
        src={address}
        alt={name}
        onError={() => setBroken(true)}
        className="mx-auto max-h-[60vh] max-w-full rounded-lg border border-line object-contain"
      />
    );
  }
  if (type === "application/pdf") {
    // The browser's own viewer does not open in a sandbox; the server sends nothing but a PDF to this address.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    return <iframe src={address} title={name} className="h-[60vh] w-full rounded-lg border border-line" />;
  }
  if (type === "text/plain") return <PlainText address={address} />;
  return <p className="text-ink-2">{words.noPreview}</p>;
}

function PlainText({ address }: { address: string }) {
  const words = useWords(wordsOfPapers);
  const { data, error } = useQuery({ queryKey: ["text", address], queryFn: ({ signal }) => textAt(address, signal) });
  if (error) return <p role="alert">{words.altered}</p>;
  if (data === undefined) return <Loading rows={3} />;
  return <p className="max-h-[60vh] overflow-y-auto break-words whitespace-pre-line">{data}</p>;
}

async function textAt(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal, credentials: "same-origin" });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return (await response.text()).slice(0, SHOWN_CHARS_MAX);
}

const SHOWN_CHARS_MAX = 100_000;
