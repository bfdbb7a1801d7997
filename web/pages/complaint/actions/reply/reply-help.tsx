import { CustomerSays } from "./customer-says.tsx";
import { Pieces } from "./pieces.tsx";
import { ReplyAdvice } from "./reply-advice.tsx";

type ReplyHelpProps = {
  complaintId: string;
  content: string;
  promises: readonly unknown[];
  onWrite: (content: string) => void;
};

/** What helps whoever writes to a customer: their own words, pieces written before, and what a good reply does. */
export function ReplyHelp({ complaintId, content, promises, onWrite }: ReplyHelpProps) {
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken p-3">
      <CustomerSays complaintId={complaintId} />
      <Pieces
        complaintId={complaintId}
        onInsert={(piece) => onWrite(content.trim() === "" ? piece : `${content.trimEnd()}\n${piece}`)}
      />
      <ReplyAdvice complaintId={complaintId} content={content} promises={promises} />
    </div>
  );
}
