import { useWords } from "../../../words/language.ts";
import type { ComplaintFile } from "../file.ts";
import { Section } from "../section.tsx";
import { wordsOfSections } from "../words.ts";
import { DocumentLinks } from "./document-links.tsx";
import { Messages } from "./messages.tsx";
import { PaperLine } from "./paper-line.tsx";
import { Part } from "./part.tsx";
import { WholeFile } from "./whole-file.tsx";
import { wordsOfPapers } from "./words.ts";

/** Letters with their numbers, what is still owed, what was sent, and every file handed in. */
export function DocumentsSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfPapers);
  const sections = useWords(wordsOfSections);
  const { complaint, names } = file;
  const owed = complaint.papersOwed.filter(({ issuedAs }) => issuedAs === null);
  const isEmpty = owed.length + complaint.papers.length + complaint.attachments.length === 0;
  return (
    <Section title={sections.documents}>
      {isEmpty && <p className="text-ink-2">{words.none}</p>}
      {owed.length > 0 && (
        <Part title={words.owed}>
          {owed.map(({ owedId, anyOf }) => (
            <li key={owedId}>{anyOf.map((paper) => names.of("papers", paper)).join(" / ")}</li>
          ))}
        </Part>
      )}
      {complaint.papers.length > 0 && (
        <Part title={words.papers}>
          {complaint.papers.map((paper) => (
            <PaperLine key={paper.paperId} paper={paper} file={file} />
          ))}
        </Part>
      )}
      {complaint.attachments.length > 0 && (
        <Part title={words.documents}>
          <li>
            <DocumentLinks complaintId={complaint.complaintId} documents={complaint.attachments} />
          </li>
        </Part>
      )}
      <Messages complaintId={complaint.complaintId} />
      <WholeFile complaintId={complaint.complaintId} />
    </Section>
  );
}
