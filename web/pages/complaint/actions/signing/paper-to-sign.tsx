import type { Answer } from "../../../../api/ask.ts";
import { formatInstant } from "../../../../words/format.ts";
import { useLanguage, useWords } from "../../../../words/language.ts";
import { DocumentLinks } from "../../papers/document-links.tsx";
import { wordsOfSigning } from "./words.ts";

export type PaperToSign = Answer<"GET /complaints/:complaintId/papers/:paperId">;

/** A long one is scrolled by the keyboard too. */
const textLook = "max-h-60 overflow-auto rounded-lg border border-line bg-page p-3 break-words whitespace-pre-line";

/** What is signed, as it is kept, and who has signed it. */
export function PaperShown({ complaintId, paper }: { complaintId: string; paper: PaperToSign }) {
  const words = useWords(wordsOfSigning);
  const { name, text, document } = paper;
  return (
    <section aria-label={words.toSign} className="flex flex-col gap-2">
      <p className="font-medium">
        {words.toSign}: {name}
      </p>
      {text !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div tabIndex={0} className={textLook}>
          {text}
        </div>
      )}
      {document && <DocumentLinks complaintId={complaintId} documents={[document]} />}
      {text === null && !document && <p className="text-ink-2">{words.empty}</p>}
      <Signatures paper={paper} />
    </section>
  );
}

function Signatures({ paper: { signatures, wanted } }: { paper: PaperToSign }) {
  const words = useWords(wordsOfSigning);
  const chosen = useLanguage();
  return (
    <ul className="text-sm text-ink-2 empty:hidden">
      {signatures.map(({ by, label, signer, at, signedOn, recordedBy }) => (
        <li key={by}>
          {words.signed}: {label[chosen]}
          {[
            signer,
            formatInstant(at),
            signedOn === "paper" && words.onPaper,
            recordedBy !== null &&
              recordedBy !== signer &&
              (by === "customer" && signedOn === "screen" ? words.takenBy(recordedBy) : words.recordedBy(recordedBy)),
          ]
            .filter(Boolean)
            .map((part) => ` · ${String(part)}`)}
        </li>
      ))}
      {wanted.length > 0 && (
        <li>
          {words.waiting}: {wanted.map(({ label }) => label[chosen]).join(", ")}
        </li>
      )}
    </ul>
  );
}
