import { useAnswer } from "../../../../api/use-answer.ts";
import { formatInstant } from "../../../../words/format.ts";
import { useWords } from "../../../../words/language.ts";
import { eventsOf } from "../../file.ts";
import { wordsOfReply } from "./words.ts";

/** What the customer said, first and since then, beside what is written to them. */
export function CustomerSays({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfReply);
  const { data } = useAnswer("GET /complaints/:complaintId", { params: { complaintId } });
  const later = useAnswer(...eventsOf(complaintId)).data?.events.filter(({ type }) => type === "InformationReceived");
  if (!data) return null;
  return (
    <details open>
      <summary className="text-ink-2">{words.customerSays}</summary>
      <div
        lang="vi"
        className="mt-1 max-h-40 overflow-y-auto border-l-2 border-edge pl-3 break-words whitespace-pre-line"
      >
        {data.content}
        {data.remedySought && (
          <p className="mt-2">
            <span className="text-ink-2">{words.wants}:</span> {data.remedySought}
          </p>
        )}
        {later?.map(({ sequence, occurredAt, data: { message } }) =>
          typeof message === "string" ? (
            <p key={sequence} className="mt-2">
              <span className="block text-sm text-ink-2">{formatInstant(occurredAt)}</span>
              {message}
            </p>
          ) : null,
        )}
      </div>
    </details>
  );
}
