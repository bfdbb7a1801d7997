import { Paperclip } from "lucide-react";
import { useState } from "react";
import type { Document } from "../file.ts";
import { PreviewDialog } from "./preview-dialog.tsx";

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
            <Paperclip size={14} aria-hidden className="shrink-0" />
            <span className="truncate">{document.name}</span>
          </button>
        </li>
      ))}
      <PreviewDialog complaintId={complaintId} document={shown} onClose={() => setShown(undefined)} />
    </ul>
  );
}
