import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { newConfirmationCode } from "../../access/confirmation-codes.ts";
import { personNames } from "../../access/person-names.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { given } from "../../complaint/given.ts";
import { refuse } from "../../complaint/refusal.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { PaperAsked } from "../../documents/letter-of-paper.ts";
import type { Letter } from "../../documents/letter.ts";
import { bodyInText, type PaperMaker } from "../../documents/paper-maker.ts";
import { SealUnusable } from "../../documents/seal/seal-certificate.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import { draftOf } from "../../projections/customer-view/letters.ts";
import { readInside, type Connection } from "../../projections/inside-organisation.ts";
import type { KeptContent } from "../../store/attachments/attachment-store.ts";
import { keepContentWithin, noteLeftOver, TakenAway } from "../../store/attachments/keep-content.ts";
import type { PaperMade, PaperToMake } from "../../store/handle-command.ts";
import type { SignedIn, Wiring } from "./api.ts";
import { bindingOf, type Binding } from "./bound-paper.ts";
import type { Asked } from "./carry-out.ts";
import { ATTACHMENT_BYTES_MAX } from "./attachments.ts";
import { ownTemplate, paperIn } from "./paper-content.ts";
import { problem, problemOfRefusal, type Problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { madeTypes } from "./send-document.ts";
import { signaturePicture } from "./signature-pictures.ts";

const PDF = "application/pdf";
/** Of a line in the log. */
const LINE_CHARS_MAX = 1000;

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
  const rest = { signatures: [], letterNumber: null, isPreview: true, follows: draft?.follows };
  return { complaint, events, edition, paper: known, text: text ?? drafted, ...rest };
}

/** The named paper as a letter, with who has signed it. `attachments`: of them come the pictures of signatures. */
export async function letterNamed(
  maker: PaperMaker,
  { named, paperId, now }: { named: Named; paperId: string | undefined; now: string },
  { connection, organisation, attachments }: Place,
): Promise<ReturnType<PaperMaker["letterOf"]>> {
  const { complaint, events } = named;
  const ids = events.flatMap(({ actor, type }, place) =>
    actor.kind === "person" && (place === 0 || type === "PaperSigned") ? [actor.personId] : [],
  );
  const names = await personNames(connection, organisation, [...ids, complaint.ownerId]);
  const signatures =
    named.signatures.length > 0
      ? named.signatures
      : await signaturesOn(paperId, { ...named, names }, { attachments, organisation });
  return maker.letterOf({ ...named, signatures, names, now });
}

type Place = { connection: Connection; organisation: string; attachments: Wiring["attachments"] };

/** Who has signed, as what, and with which picture where it was done on a screen. */
async function signaturesOn(
  paperId: string | undefined,
  { events, complaint, names }: Pick<PaperAsked, "events" | "complaint" | "names">,
  { attachments, organisation }: Pick<Place, "attachments" | "organisation">,
): Promise<PaperAsked["signatures"]> {
  const signed = events.flatMap((event) =>
    event.type === "PaperSigned" && event.data.paperId === paperId ? [event] : [],
  );
  return Promise.all(
    signed.map(async ({ data: { by, signer, delegation, signatureSha256 }, actor }) => {
      const own = actor.kind === "person" ? names.get(actor.personId) : undefined;
      const name = signer ?? (by === "customer" ? complaint.customer.name : own) ?? null;
      const picture =
        signatureSha256 === undefined
          ? undefined
          : await signaturePicture({ attachments }, organisation, signatureSha256);
      return { by, name, delegation, picture };
    }),
  );
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
  const { papers: maker, pool, attachments } = wiring;
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
    letterNamed(maker, { named, paperId, now: wiring.now() }, { connection, organisation, attachments }),
  );
  if (!made.ok) return asked;
  if (verb === "draft-paper")
    return { ...asked, parts: { ...parts, data: { ...parts.data, content: bodyInText(made.letter) } } };
  const contents: KeptContent[] = [];
  const binding = await bindingOf(wiring, who, { read: file, paper: named.paper });
  return {
    ...asked,
    makeDocument: (issued) => madeDocument(wiring, who, { ...issued, paperId, paper, contents, binding }),
    // A paper that then was not issued leaves its file behind.
    afterwards: () => {
      binding?.close();
      return noteLeftOver(pool, {
        organisation,
        contents,
        type: PDF,
        by: { kind: "person", personId: who.identity.personId },
      });
    },
  };
}

/** Makes the document of a paper that is being issued, and keeps it. */
async function madeDocument(
  wiring: Wiring,
  who: SignedIn,
  toMake: PaperToMake & PaperNamed & { contents: KeptContent[]; binding: Binding | undefined },
): Promise<PaperMade> {
  const { papers: maker, attachments } = wiring;
  const { connection, complaint, issued, letterNumber, decidedAt, paperId } = toMake;
  const { organisation } = who.identity;
  const named = paperNamed({ paperId, paper: issued.paper }, toMake);
  if (!maker || !named) throw new Error("the paper that is issued is none of the pack");
  // What is for practice is nobody's letter, and nobody is told that it is one.
  const code = complaint.shownIn === "work" ? newConfirmationCode(organisation) : undefined;
  const asked = {
    ...named,
    signatures: paperId === undefined ? ownSignatures(named.paper, who) : [],
    letterNumber,
    isPreview: false,
    follows: issued.follows,
    confirmation: code === undefined ? undefined : { code, address: `${wiring.publicUrl}/xac-nhan/${code}` },
  };
  const place = { connection, organisation, attachments };
  const made = await letterNamed(maker, { named: asked, paperId, now: decidedAt }, place);
  if (!made.ok) throw nothingToSay(named.paper);
  const template = await ownTemplate(place, named.paper.id);
  const { content: paperAlone, as } = await paperIn(template, { maker, made, as: "pdf" });
  const bound = toMake.binding && as === "pdf" ? await toMake.binding.inFront(paperAlone) : paperAlone;
  const sealed = as === "pdf" ? await sealedOr(maker, organisation, { pdf: bound, at: decidedAt }) : null;
  const content = sealed?.pdf ?? bound;
  const { type, ending } = madeTypes[as];
  toMake.contents.push({ sha256: createHash("sha256").update(content).digest("hex"), bytes: content.length });
  const kept = await keptPaper(wiring, who, { connection, content, type });
  const number = letterNumber === null ? "" : ` ${letterNumber.replace("/", "-")}`;
  return {
    document: {
      attachmentId: createHash("sha256").update(`${wiring.newId()} ${kept.sha256}`).digest("hex").slice(0, 32),
      name: `${named.paper.name}${number} – ${complaint.number}.${ending}`,
      type,
      ...kept,
    },
    stands: { ...standsOn(made.letter), ...(sealed ? { sealedBy: sealed.sealedBy.slice(0, LINE_CHARS_MAX) } : {}) },
  };
}

/** The paper under the organisation's electronic seal; null: it has none. None leaves unsealed because a certificate ran out. */
async function sealedOr(maker: PaperMaker, organisation: string, { pdf, at }: { pdf: Buffer; at: string }) {
  try {
    return await maker.seal(organisation, pdf, at);
  } catch (error) {
    if (error instanceof SealUnusable) throw problem("seal-unusable", { why: error.message });
    throw error;
  }
}

/** What the register of outgoing letters tells of a letter, and what confirms it. */
function standsOn({ number, subject, about, addressees, confirmation }: Letter): PaperMade["stands"] {
  return given({
    numberOnPaper: number ?? undefined,
    subject: (subject ?? about)?.slice(0, LINE_CHARS_MAX),
    recipient: addressees.length === 0 ? undefined : addressees.join("; ").slice(0, LINE_CHARS_MAX),
    confirmationCode: confirmation?.code,
  });
}

async function keptPaper(
  { attachments }: Wiring,
  { identity: { organisation, personId } }: SignedIn,
  { connection, content, type }: { connection: Connection; content: Buffer; type: string },
): Promise<KeptContent> {
  const keep = () =>
    keepContentWithin(connection, attachments, {
      organisation,
      content: Readable.from([content]),
      type,
      bytesMax: ATTACHMENT_BYTES_MAX,
      by: { kind: "person", personId },
    });
  // The same file was made before for a paper that then was not issued, and is taken away at this moment: it is kept once more.
  const isTakenAway = (error: unknown) => error instanceof TakenAway;
  return keep()
    .catch((error: unknown) => (isTakenAway(error) ? keep() : Promise.reject(error)))
    .catch((error: unknown) => Promise.reject(isTakenAway(error) ? problem("paper-taken-away") : error));
}

/** Who issues a paper at once signs it for everybody of the provider whom the pack names: the core has looked whether they may. */
function ownSignatures({ signedBy }: Paper, { identity: { name }, actor }: SignedIn): PaperAsked["signatures"] {
  if (signedBy.length === 0) return [{ by: "maker", name }];
  const delegation = actor.deputyFor === undefined ? undefined : actor.signsAs;
  return signedBy.filter((by) => by !== "customer").map((by) => ({ by, name, delegation }));
}

/** The file says nothing yet that the paper could say. */
export function nothingToSay({ id, name }: Paper): Problem {
  return problemOfRefusal(refuse("paper-empty", { paper: id, name }, "content"));
}
