import type { FormValues } from "../form-values.ts";
import { CustomerSays } from "./customer-says.tsx";
import { Pieces } from "./pieces.tsx";
import { ReplyAdvice } from "./reply-advice.tsx";

type ReplyHelpProps = {
  complaintId: string;
  values: FormValues;
  change: (changed: (known: FormValues) => FormValues) => void;
};

/** What helps whoever writes to a customer: their own words, pieces written before, and what a good reply does. */
export function ReplyHelp({ complaintId, values, change }: ReplyHelpProps) {
  const { content, promises } = values.fields;
  const insert = (piece: string) =>
    change((known) => ({ ...known, fields: { ...known.fields, content: withPiece(known.fields["content"], piece) } }));
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken p-3">
      <CustomerSays complaintId={complaintId} />
      <Pieces complaintId={complaintId} onInsert={insert} />
      <ReplyAdvice
        complaintId={complaintId}
        content={typeof content === "string" ? content : ""}
        promises={Array.isArray(promises) ? promises : []}
      />
    </div>
  );
}

/** At the end of what was written so far. */
function withPiece(content: unknown, piece: string): string {
  const written = typeof content === "string" ? content.trimEnd() : "";
  return written === "" ? piece : `${written}\n${piece}`;
}
