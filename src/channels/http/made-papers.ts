import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { personNames } from "../../access/person-names.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { refuse } from "../../complaint/refusal.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { PaperAsked } from "../../documents/letter-of-paper.ts";
import { LetterNotSet } from "../../documents/letter-press.ts";
import type { Letter } from "../../documents/letter.ts";
import { bodyInText, type PaperMaker } from "../../documents/paper-maker.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import { draftOf } from "../../projections/customer-view/letters.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import { keepContentWithin } from "../../store/attachments/keep-content.ts";
import type { PaperToMake } from "../../store/handle-command.ts";
import type { SignedIn, Wiring } from "./api.ts";
import type { Asked } from "./carry-out.ts";
import { ATTACHMENT_BYTES_MAX } from "./attachments.ts";
import { problem, problemOfRefusal, type Problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

const PDF = "application/pdf";

type File = { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition };

/** Which paper: one of the pack, or a draft; `text` where somebody is still typing it. */
export type PaperNamed = { paper?: string | undefined; paperId?: string | undefined; text?: string | undefined };

/** What is asked of the maker, but for the names of people. */
type Named = Omit<PaperAsked, "names" | "now">;

/** The paper that is named, as it would be made; undefined where there is none of that name. */
export function paperNamed({ paper, paperId, text }: PaperNamed, file: File): Named | undefined {
  const { complaint, events, edition } = file;
  const draft = complaint.papers.find((each) => each.paperId === paperId);
  const known = edition.papers.find(({ id }) => id === (draft?.paper ?? paper));
  if (!known || (paperId !== undefined && !draft)) return undefined;
  const drafted = paperId === undefined ? null : draftOf(paperId, events).text;
  const rest = { signatures: [], letterNumber: null, isPreview: true };
  return { complaint, events, edition, paper: known, text: text ?? drafted, ...rest };
}

/** The named paper as a letter, with who has signed it. */
export async function letterNamed(
  maker: PaperMaker,
  { named, paperId, now }: { named: Named; paperId: string | undefined; now: string },
  { connection, organisation }: { connection: Connection; organisation: string },
): Promise<ReturnType<PaperMaker["letterOf"]>> {
  const { complaint, events } = named;
  const ids = events.flatMap(({ actor, type }, place) =>
    actor.kind === "person" && (place === 0 || type === "PaperSigned") ? [actor.personId] : [],
  );
  const names = await personNames(connection, organisation, [...ids, complaint.ownerId]);
  const signatures = named.signatures.length > 0 ? named.signatures : signaturesOn(paperId, named, names);
  return maker.letterOf({ ...named, signatures, names, now });
}

function signaturesOn(
  paperId: string | undefined,
  { events, complaint }: Pick<Named, "events" | "complaint">,
  names: ReadonlyMap<string, string>,
): PaperAsked["signatures"] {
  return events.flatMap((event) => {
    if (event.type !== "PaperSigned" || event.data.paperId !== paperId) return [];
    const { by, signer } = event.data;
    const own = event.actor.kind === "person" ? names.get(event.actor.personId) : undefined;
    return [{ by, name: signer ?? (by === "customer" ? complaint.customer.name : own) ?? null }];
  });
}

/**
 * What a verb on a paper is carried out with: a draft that nobody typed gets the words that the program has for it, and what is
 * issued without a document is made by the program, where there is something to say.
 */
export async function withMadePaper(
  wiring: Wiring,
  who: SignedIn,
  asked: Asked & { complaintId: string },
): Promise<Asked & { complaintId: string }> {
  const { verb, parts, complaintId } = asked;
  const { papers: maker, pool } = wiring;
  const isPaper = verb === "draft-paper" || verb === "issue-paper";
  if (!maker || !isPaper || (parts.documents ?? []).length > 0) return asked;
  const { paper, paperId, content } = parts.data as Record<string, string | undefined>;
  if (verb === "draft-paper" && content !== undefined) return asked;
  const file = await readComplaint(wiring, who, complaintId);
  const named = paperNamed({ paper, paperId }, file);
  const isOutside = paperId !== undefined && draftOf(paperId, file.events).document !== null;
  if (!named || isOutside || (named.paper.needsDocument === false && named.text === null)) return asked;
  const { organisation } = who.identity;
  const made = await readInside(pool, organisation, (connection) =>
    letterNamed(maker, { named, paperId, now: wiring.now() }, { connection, organisation }),
  );
  if (!made.ok) return asked;
  if (verb === "draft-paper")
    return { ...asked, parts: { ...parts, data: { ...parts.data, content: bodyInText(made.letter) } } };
  return { ...asked, makeDocument: (issued) => madeDocument(wiring, who, { ...issued, paperId, paper }) };
}

/** Makes the document of a paper that is being issued, and keeps it. */
async function madeDocument(wiring: Wiring, who: SignedIn, toMake: PaperToMake & PaperNamed): Promise<Attachment> {
  const { papers: maker } = wiring;
  const { connection, complaint, letterNumber, decidedAt, paperId } = toMake;
  const { organisation, personId, name } = who.identity;
  const named = paperNamed({ paperId, paper: toMake.issued.paper }, toMake);
  if (!maker || !named) throw new Error("the paper that is issued is none of the pack");
  const own = paperId === undefined ? ownSignatures(named.paper, name) : [];
  const made = await letterNamed(
    maker,
    { named: { ...named, signatures: own, letterNumber, isPreview: false }, paperId, now: decidedAt },
    { connection, organisation },
  );
  if (!made.ok) throw nothingToSay(named.paper);
  const pdf = await drawn(maker, made.letter, "pdf");
  const kept = await keepContentWithin(connection, wiring.attachments, {
    organisation,
    content: Readable.from([pdf]),
    type: PDF,
    bytesMax: ATTACHMENT_BYTES_MAX,
    by: { kind: "person", personId },
  });
  const attachmentId = createHash("sha256").update(`${wiring.newId()} ${kept.sha256}`).digest("hex").slice(0, 32);
  const number = letterNumber === null ? "" : ` ${letterNumber.replace("/", "-")}`;
  return {
    attachmentId,
    name: `${named.paper.name}${number} – ${complaint.number}.pdf`,
    type: PDF,
    ...kept,
  };
}

/** Who issues a paper at once signs it for everybody of the provider whom the pack names: the core has looked whether they may. */
function ownSignatures({ signedBy }: Paper, name: string): PaperAsked["signatures"] {
  if (signedBy.length === 0) return [{ by: "maker", name }];
  return signedBy.filter((by) => by !== "customer").map((by) => ({ by, name }));
}

/** The file says nothing yet that the paper could say. */
export function nothingToSay({ id, name }: Paper): Problem {
  return problemOfRefusal(refuse("paper-empty", { paper: id, name }, "content"));
}

/** The letter as a PDF, or as a picture of it. */
export async function drawn(maker: PaperMaker, letter: Letter, as: "pdf" | "picture"): Promise<Buffer> {
  try {
    return await maker[as](letter);
  } catch (error) {
    if (error instanceof LetterNotSet) throw problem("paper-not-set", { why: error.message });
    throw error;
  }
}
