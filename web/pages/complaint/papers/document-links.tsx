import { Paperclip } from "lucide-react";
import { useState } from "react";
import { addressOf } from "../../../api/ask.ts";
import type { Document } from "../file.ts";
import { PreviewDialog } from "./preview-dialog.tsx";

/** As the server makes pictures small. */
const smallTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/** A small picture of what is one; else, and where it cannot be shown, a paper clip. */
function Sign({ complaintId, document }: { complaintId: string; document: Document }) {
  const [isBroken, setBroken] = useState(false);
  const { attachmentId, type } = document;
  if (isBroken || !smallTypes.includes(type)) return <Paperclip size={14} aria-hidden className="shrink-0" />;
  const params = { complaintId, attachmentId };
  return (
    <img
      src={addressOf("GET /complaints/:complaintId/documents/:attachmentId/thumbnail", { params })}
      alt=""
      loading="lazy"
      onError={() => setBroken(true)}
      className="-ml-1.5 h-8 w-11 shrink-0 rounded-md object-cover"
    />
  );
}

/** Documents by their names; a click shows one. */
export function DocumentLinks({ complaintId, documents }: { complaintId: string; documents: readonly Document[] }) {
  const [shown, setShown] = useState<Document>();
  if (documents.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {documents.map((document) => (
        <li key={document.attachmentId}>
          <button
            type="button"
            onClick={() => setShown(document)}
            className="inline-flex min-h-9 max-w-full items-center gap-1.5 rounded-lg border border-line px-2.5 text-sm text-accent hover:bg-sunken"
          >
            <Sign complaintId={complaintId} document={document} />
            <span className="truncate">{document.name}</span>
          </button>
        </li>
      ))}
      <PreviewDialog complaintId={complaintId} document={shown} onClose={() => setShown(undefined)} />
    </ul>
  );
}
