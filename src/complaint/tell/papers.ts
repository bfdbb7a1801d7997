import { z } from "zod";
import type { Actor } from "../context.ts";
import { idText, line, sha256Text, text, type Attachment } from "../events/parts.ts";
import type { EventData, NewEvent } from "../events/event.ts";
import { given } from "../given.ts";
import { papersStillOwed, settlingNow } from "../papers-owed.ts";
import { isRefusal, known, refuse, type Refusal } from "../refusal.ts";
import type { Complaint } from "../state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import { whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import { always, fact, verbRule, type VerbContext } from "../verb-rule.ts";

/** For a paper of the same name that was issued: its content was wrong, or its form was. It stays as it is, linked to this one. */
const followsFields = { replaces: idText.optional(), corrects: idText.optional() };

/**
 * A paper is drafted, checked, signed by everybody that the pack names, issued; the pack says who does each. A paper made
 * outside may be issued at once: the uploaded file is the paper. One that the program makes may be issued at once by whoever
 * signs it. None is drafted or issued empty, unless the pack says that it needs no document. Once issued it never changes.
 */
export const draftPaper = verbRule({
  verb: "draft-paper",
  fields: z.strictObject({ paper: idText, content: text.optional(), ...followsFields }),
  conflictsWith: [],
  allowed: always,
  decide: ({ paper, content, replaces, corrects }, complaint, context) => {
    const known = paperOf(paper, context);
    if (isRefusal(known)) return known;
    const follows = followedBy({ replaces, corrects }, known.id, complaint);
    if (isRefusal(follows)) return follows;
    const attachment = context.command.attachments?.[0];
    if (content === undefined && isWanting(known, attachment)) return empty(known, "content");
    const drafted = { paperId: context.newId(), paper, kind: known.kind };
    return [fact("PaperDrafted", { ...drafted, ...given({ attachment, content, follows }) }, context)];
  },
});

export const checkPaper = verbRule({
  verb: "check-paper",
  fields: z.strictObject({ paperId: idText }),
  conflictsWith: ["PaperChecked"],
  allowed: (complaint) => anyPaper(complaint, ["drafted"]),
  decide: ({ paperId }, complaint, context) =>
    paperIn(complaint, paperId, ["drafted"]) ?? [fact("PaperChecked", { paperId }, context)],
});

export const signPaper = verbRule({
  verb: "sign-paper",
  fields: z.strictObject({
    paperId: idText,
    by: line,
    signer: line.optional(),
    /**
     * On paper: a scan of it is handed in. On a screen: the picture of the signature is. Absent: who is signed in signs as what
     * they are.
     */
    signedOn: z.enum(["screen", "paper"]).optional(),
    documentSha256: sha256Text.optional(),
    signatureSha256: sha256Text.optional(),
  }),
  conflictsWith: ["PaperSigned"],
  allowed: ({ papers }, { edition, actor }) => {
    const unissued = papers.filter(({ status }) => status !== "issued");
    if (unissued.length === 0) return refuse("unknown-item", { name: "paper" });
    return unissued.some((each) => isToSign(each, edition, actor)) ? null : refuse("already-done", {}, "by");
  },
  decide: ({ paperId, by, signer, signedOn, ...hashes }, complaint, context) => {
    const closed = paperIn(complaint, paperId, ["drafted", "checked", "signed"]);
    if (closed) return closed;
    const signatures = complaint.papers.find((each) => each.paperId === paperId)?.signatures ?? [];
    if (signatures.includes(by)) return refuse("already-done", {}, "by");
    const unfit = signerProblem({ paperId, by, signer }, complaint, context);
    if (unfit) return unfit;
    const unproved = proofGap({ by, signedOn, signatureSha256: hashes.signatureSha256 }, context);
    if (unproved) return unproved;
    const delegation = signedOn === "paper" ? undefined : delegationOf(by, context.actor);
    return [fact("PaperSigned", { paperId, by, ...given({ signer, signedOn, ...hashes, delegation }) }, context)];
  },
});

export const issuePaper = verbRule({
  verb: "issue-paper",
  fields: z.strictObject({
    paper: idText.optional(),
    /** A drafted one; absent: the uploaded file is issued at once. */
    paperId: idText.optional(),
    channel: idText.optional(),
    /** Given by the store on issuing, gap-free in its register and year. */
    letterNumber: line.optional(),
    /** Whose names stand on a copy that was signed on paper and is handed in. */
    signers: line.optional(),
    ...followsFields,
  }),
  conflictsWith: ["PaperIssued"],
  allowed: always,
  decide: ({ paper, paperId, channel, letterNumber, signers: names, replaces, corrects }, complaint, context) => {
    const draft = complaint.papers.find((each) => each.paperId === paperId);
    if (paperId !== undefined && !draft) return refuse("unknown-item", { name: paperId }, "paperId");
    if (draft?.status === "issued") return refuse("already-done", {}, "paperId");
    const id = draft?.paper ?? paper;
    if (id === undefined) return refuse("field-missing", { wanted: ["paper"], fields: ["paper"] }, "paper");
    const known = paperOf(id, context);
    if (isRefusal(known)) return known;
    const isMade = context.command.makesDocument === true;
    const signers = signersOf(known, complaint);
    const isCopy = !draft && !isMade;
    const unsigned = isCopy ? [] : unsignedBy(known, draft, complaint, context);
    if (unsigned.length > 0)
      return refuse("paper-not-ready", { wanted: unsigned, words: signaturesInWords(unsigned, context.edition) });
    const attachment = context.command.attachments?.[0];
    if (isCopy && isWanting(known, attachment)) return empty(known, "attachments");
    const follows = draft?.follows ?? followedBy({ replaces, corrects }, known.id, complaint);
    if (isRefusal(follows)) return follows;
    if (follows && isFollowed(follows.paperId, complaint)) return refuse("already-done", {}, "paperId");
    const settles = settledBy(known.id, complaint, context);
    const issued = { paperId: paperId ?? context.newId(), paper: known.id, kind: known.kind, settles };
    const signatures = !draft && isMade ? signedAtOnce(issued, signers, context) : [];
    return [
      ...signatures,
      fact(
        "PaperIssued",
        {
          ...issued,
          ...given({ register: known.numberedIn, letterNumber, channel, attachment, follows }),
          ...(isCopy && attachment ? { signedOnPaper: true as const, ...given({ signers: names }) } : {}),
          ...context.command.stands,
        },
        context,
      ),
    ];
  },
});

/** Who has yet to sign a paper that the program makes before this actor may issue it: this draft of it, or without one at once. */
export function unsignedBy(
  paper: Paper,
  draft: Complaint["papers"][number] | undefined,
  complaint: Complaint,
  { actor }: Pick<VerbContext, "actor">,
): string[] {
  const signers = signersOf(paper, complaint);
  const signed = draft ? draft.signatures : ownSignatures(signers, actor);
  return signers.filter((signer) => !signed.includes(signer));
}

function signaturesInWords(signers: readonly string[], edition: Edition): { vi: string; en: string } {
  const names = signers.map((signer) => whoInWords(signer, edition));
  return {
    vi: `còn thiếu chữ ký của ${names.map(({ vi }) => vi).join(", ")}`,
    en: `not signed yet by ${names.map(({ en }) => en).join(", ")}`,
  };
}

/** Whoever issues a paper that the program makes signs it as what they are. */
function ownSignatures(signers: readonly string[], actor: Actor): string[] {
  return signers.filter((signer) => actor.kind === "person" && actor.roles.some(({ role }) => role === signer));
}

function signedAtOnce(
  { paperId, paper, kind }: Pick<EventData<"PaperIssued">, "paperId" | "paper" | "kind">,
  signers: readonly string[],
  context: VerbContext,
): NewEvent[] {
  if (signers.length === 0) return [];
  return [
    fact("PaperDrafted", { paperId, paper, kind }, context),
    ...signers.map((by) =>
      fact("PaperSigned", { paperId, by, ...given({ delegation: delegationOf(by, context.actor) }) }, context),
    ),
  ];
}

/** A deputy signs in place of the post of whom they stand in for, unless it was said otherwise when they were named. */
function delegationOf(by: string, actor: Actor): EventData<"PaperSigned">["delegation"] {
  if (actor.kind !== "person" || actor.deputyFor === undefined || !isOwn(by, actor)) return undefined;
  return actor.signsAs ?? { as: "KT" };
}

/** Which issued paper of the same name this one follows; undefined: it stands for itself. A paper is followed once. */
function followedBy(
  { replaces, corrects }: { replaces?: string | undefined; corrects?: string | undefined },
  paper: string,
  complaint: Complaint,
): EventData<"PaperIssued">["follows"] | Refusal {
  if (replaces !== undefined && corrects !== undefined) return refuse("replaces-or-corrects", {}, "corrects");
  const paperId = replaces ?? corrects;
  if (paperId === undefined) return undefined;
  const field = replaces === undefined ? "corrects" : "replaces";
  const first = complaint.papers.find((each) => each.paperId === paperId);
  if (first?.status !== "issued" || first.paper !== paper) return refuse("unknown-item", { name: paperId }, field);
  if (isFollowed(paperId, complaint)) return refuse("already-done", {}, field);
  return { paperId, as: replaces === undefined ? "correction" : "replacement" };
}

/** What was replaced or corrected is followed up at its last link. */
function isFollowed(paperId: string, { papers }: Complaint): boolean {
  return papers.some((each) => each.paperId === paperId && each.followedBy !== undefined);
}

/** A draft has its content from the beginning; what is issued at once has it in its document. */
function isWanting({ needsDocument = true }: Paper, attachment: Attachment | undefined): boolean {
  return needsDocument && attachment === undefined;
}

function empty({ id, name }: Paper, field: "content" | "attachments"): Refusal {
  return refuse("paper-empty", { paper: id, name }, field);
}

/** What is owed and settled by a paper that is issued now. */
function settledBy(paper: string, complaint: Complaint, { edition, now }: VerbContext): string[] {
  return papersStillOwed(complaint)
    .filter((owed) => settlingNow(owed, complaint, edition, now).includes(paper))
    .map(({ owedId }) => owedId);
}

function paperOf(id: string, { edition }: VerbContext): Paper | Refusal {
  return (
    edition.papers.find((each) => each.id === id) ??
    refuse("unknown-paper", { name: id, ...known(edition.papers) }, "paper")
  );
}

/** Minutes of a meeting that the customer would not sign or did not come to carry the witness in place of that signature. */
function signersOf({ kind, signedBy }: Paper, { meetings }: Complaint): readonly string[] {
  const outcome = meetings.at(-1)?.outcome;
  const isUnsigned = kind === "meeting-minutes" && (outcome === "refused-to-sign" || outcome === "absent");
  return isUnsigned ? signedBy.filter((signer) => signer !== "customer") : signedBy;
}

/**
 * Somebody whom the pack names has not signed yet; a paper for which it names nobody may be signed by anyone of the provider.
 * For the customer: the customer has not.
 */
function isToSign({ paper, signatures }: Complaint["papers"][number], { papers }: Edition, { kind }: Actor): boolean {
  const signedBy: readonly string[] = papers.find(({ id }) => id === paper)?.signedBy ?? [];
  if (kind === "customer") return signedBy.includes("customer") && !signatures.includes("customer");
  return signedBy.length === 0 || signedBy.some((signer) => !signatures.includes(signer));
}

/** Only those whom the pack names sign, and a customer for nobody else; who writes down another's signature on paper says whose it is. */
function signerProblem(
  { paperId, by, signer }: { paperId: string; by: string; signer?: string | undefined },
  complaint: Complaint,
  { edition, actor }: VerbContext,
): Refusal | null {
  const paper = complaint.papers.find((each) => each.paperId === paperId)?.paper;
  const signedBy: readonly string[] = edition.papers.find(({ id }) => id === paper)?.signedBy ?? [];
  if (signedBy.length > 0 && !signedBy.includes(by)) return refuse("signature-not-wanted", { wanted: signedBy }, "by");
  if (actor.kind === "customer" && by !== "customer")
    return refuse("signature-not-wanted", { wanted: ["customer"] }, "by");
  // The customer of the file needs no other name.
  return by === "customer" || isOwn(by, actor) || signer !== undefined
    ? null
    : refuse("field-missing", { wanted: ["signer"], fields: ["signer"] }, "signer");
}

type Way = "screen" | "paper";

/**
 * How this actor may enter a signature as `by`: their own, or that of a customer before them, also on the screen. For a colleague
 * nobody signs: only the paper that they signed shows it.
 */
export function waysToSign(by: string, actor: Actor): Way[] {
  return by === "customer" || isOwn(by, actor) ? ["screen", "paper"] : ["paper"];
}

/** A deputy holds the roles of whom they stand in for. */
function isOwn(by: string, actor: Actor): boolean {
  return actor.kind === "person" && actor.roles.some(({ role }) => role === by);
}

/** What shows that it was signed: the scan of the paper, the picture of the signature, or who is signed in. */
function proofGap(
  { by, signedOn, signatureSha256 }: { by: string; signedOn?: Way | undefined; signatureSha256?: string | undefined },
  { actor, command, edition }: VerbContext,
): Refusal | null {
  const documents = command.attachments ?? [];
  if (signedOn === undefined && isOwn(by, actor)) return null;
  if (signedOn === "paper") return documents.length === 0 ? refuse("scan-missing", {}, "attachments") : null;
  if (!waysToSign(by, actor).includes("screen"))
    return refuse("not-own-signature", { words: whoInWords(by, edition) }, "signedOn");
  const isPicture = documents.some(({ sha256, type }) => sha256 === signatureSha256 && type.startsWith("image/"));
  return isPicture && signedOn === "screen" ? null : refuse("signature-missing", {}, "signatureSha256");
}

type Status = Complaint["papers"][number]["status"];

function anyPaper(complaint: Complaint, statuses: Status[]): Refusal | null {
  return complaint.papers.some(({ status }) => statuses.includes(status))
    ? null
    : refuse("unknown-item", { name: "paper" });
}

function paperIn(complaint: Complaint, paperId: string, statuses: Status[]): Refusal | null {
  const paper = complaint.papers.find((each) => each.paperId === paperId);
  if (!paper) return refuse("unknown-item", { name: paperId }, "paperId");
  if (statuses.includes(paper.status)) return null;
  const words = { vi: `cần văn bản ${inWords(statuses, 0)}`, en: `it must be one that is ${inWords(statuses, 1)}` };
  return refuse("paper-not-ready", { wanted: statuses, words }, "paperId");
}

function inWords(statuses: readonly Status[], language: 0 | 1): string {
  return statuses.map((status) => statusWords[status][language]).join(language === 0 ? " hoặc " : " or ");
}

const statusWords = {
  drafted: ["mới soạn", "just drafted"],
  checked: ["đã kiểm tra", "checked"],
  signed: ["đã ký", "signed"],
  issued: ["đã phát hành", "issued"],
} as const satisfies Record<Status, readonly [vi: string, en: string]>;
