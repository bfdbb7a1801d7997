import { useState } from "react";
import { Badge } from "../../../parts/badge.tsx";
import { Button } from "../../../parts/button.tsx";
import { formatInstant } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { ActionDialog, type Opened } from "../actions/action-dialog.tsx";
import { useDescribed } from "../actions/use-described.ts";
import type { Complaint, ComplaintFile, Document } from "../file.ts";
import { DocumentLinks } from "./document-links.tsx";
import { documentsIn } from "./documents-in.ts";
import { WordCopy } from "./word-copy.tsx";
import { wordsOfPapers } from "./words.ts";

type Paper = Complaint["papers"][number];

/** One paper of the file: its documents with the scans of its signed copy, how it was signed, and what stands in its place. */
export function PaperLine({ paper, file }: { paper: Paper; file: ComplaintFile }) {
  const words = useWords(wordsOfPapers);
  const { paperId, status, letterNumber, issuedAt, scans = [] } = paper;
  const written = file.happenings.events.filter(({ data }) => data["paperId"] === paperId);
  const documents = onlyOnce(written.flatMap(({ data }) => documentsIn(data)));
  const scanned = file.complaint.attachments.filter(({ attachmentId }) => scans.includes(attachmentId));
  return (
    <li id={`paper-${paperId}`} className="scroll-mt-32">
      <p className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span>
          {file.names.of("papers", paper.paper)}
          {letterNumber && <span className="text-ink-2"> {words.number(letterNumber)}</span>}
        </span>
        <span className="text-sm text-ink-3">{issuedAt ? formatInstant(issuedAt) : words[status]}</span>
      </p>
      <HowItStands paper={paper} file={file} />
      <DocumentLinks complaintId={file.complaint.complaintId} documents={documents} />
      {scanned.length > 0 && (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <span className="text-sm text-ink-2">{words.scans}</span>
          <DocumentLinks complaintId={file.complaint.complaintId} documents={scanned} />
        </div>
      )}
      {status === "issued" && <AfterIssuing paper={paper} file={file} />}
      {paper.confirmationCode && (
        <WordCopy
          {...{ paperId }}
          complaintId={file.complaint.complaintId}
          name={file.names.of("papers", paper.paper) ?? ""}
        />
      )}
    </li>
  );
}

function HowItStands({ paper, file }: { paper: Paper; file: ComplaintFile }) {
  const words = useWords(wordsOfPapers);
  const { follows, followedBy, signedOnPaper, signers, sealedBy, confirmationCode } = paper;
  const numberOf = (id: string) => {
    const other = file.complaint.papers.find(({ paperId }) => paperId === id);
    return other?.letterNumber === undefined ? words.another : words.number(other.letterNumber);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2 [&>*:last-child]:mb-1">
      {followedBy && <Badge tone="soon">{words[`${followedBy.as}By`](numberOf(followedBy.paperId))}</Badge>}
      {follows && <span>{words[follows.as](numberOf(follows.paperId))}</span>}
      {signedOnPaper && <span>{words.signedOnPaper(signers ?? words.unnamed)}</span>}
      {sealedBy && <span>{words.sealedBy(sealedBy)}</span>}
      {confirmationCode && (
        <a
          href={`/xac-nhan/${confirmationCode}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-2"
        >
          {words.confirmation}
        </a>
      )}
    </div>
  );
}

/** What may still be done with an issued paper, which itself never changes: as the server offers it. */
function AfterIssuing({ paper, file }: { paper: Paper; file: ComplaintFile }) {
  const words = useWords(wordsOfPapers);
  const { complaintId } = file.complaint;
  const { data } = useDescribed(complaintId);
  const [opened, setOpened] = useState<Opened>();
  const offered = (verb: "attach" | "draft-paper") => data?.actions.find((each) => each.verb === verb && each.moves);
  const [scanning, drafting] = [offered("attach"), offered("draft-paper")];
  const { paperId, followedBy } = paper;
  if (!scanning && !drafting) return null;
  const open = (action: typeof scanning, given: NonNullable<Opened["given"]>) =>
    action && setOpened({ action, move: undefined, given });
  const given = { paper: paper.paper };
  return (
    <p className="no-print -ml-2 flex flex-wrap gap-1">
      {scanning && (
        <Button look="quiet" onClick={() => open(scanning, { scanOf: paperId })}>
          {words.addScan}
        </Button>
      )}
      {drafting && !followedBy && (
        <>
          <Button look="quiet" onClick={() => open(drafting, { ...given, replaces: paperId })}>
            {words.replace}
          </Button>
          <Button look="quiet" onClick={() => open(drafting, { ...given, corrects: paperId })}>
            {words.correct}
          </Button>
        </>
      )}
      {opened && <ActionDialog complaintId={complaintId} opened={opened} onClose={() => setOpened(undefined)} />}
    </p>
  );
}

/** A letter that was drafted and issued as the same file names it twice. */
function onlyOnce(documents: readonly Document[]): Document[] {
  return documents.filter(({ sha256 }, place) => documents.findIndex((each) => each.sha256 === sha256) === place);
}
