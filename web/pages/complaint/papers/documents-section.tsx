import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import type { Complaint, ComplaintFile, Document } from "../file.ts";
import { documentsIn } from "./documents-in.ts";
import { Section } from "../section.tsx";
import { wordsOfSections } from "../words.ts";
import { DocumentLinks } from "./document-links.tsx";
import { Messages } from "./messages.tsx";
import { Part } from "./part.tsx";
import { wordsOfPapers } from "./words.ts";

type Papers = Complaint["papers"];

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
    </Section>
  );
}

function PaperLine({ paper, file }: { paper: Papers[number]; file: ComplaintFile }) {
  const words = useWords(wordsOfPapers);
  const { paperId, status, letterNumber, issuedAt } = paper;
  const written = file.happenings.events.filter(({ data }) => data["paperId"] === paperId);
  const documents = written.flatMap(({ data }) => documentsIn(data));
  return (
    <li>
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span>
          {file.names.of("papers", paper.paper)}
          {letterNumber && <span className="text-ink-2"> {words.number(letterNumber)}</span>}
        </span>
        <span className="text-sm text-ink-3">{issuedAt ? formatInstant(issuedAt) : words[status]}</span>
      </p>
      <DocumentLinks complaintId={file.complaint.complaintId} documents={onlyOnce(documents)} />
    </li>
  );
}

/** A letter that was drafted and issued as the same file names it twice. */
function onlyOnce(documents: readonly Document[]): Document[] {
  return documents.filter(({ sha256 }, place) => documents.findIndex((each) => each.sha256 === sha256) === place);
}
