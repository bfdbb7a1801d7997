import { createHash } from "node:crypto";
import { z } from "zod";
import { oneTimePurposes } from "../../access/one-time-codes.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { channelTypes, outsideWays } from "../../procedure/pure/vocabulary.ts";
import { customerMay } from "../../projections/customer-view/customer-may.ts";
import { customerView, whereabouts, type CustomerView } from "../../projections/customer-view/customer-view.ts";
import { letterKinds, type Letter, type PaperToSign } from "../../projections/customer-view/letters.ts";
import { happenings } from "../../projections/customer-view/what-happened.ts";
import { noteOpened } from "../../store/outbox-outcomes.ts";
import { addressIn } from "../mail-out/message.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { codeParams, needPass, openByCode, type OpenedComplaint } from "./public-access.ts";
import { organisationShown, promisedDaySchema, publicOrganisationSchema } from "./public-schema.ts";
import { sendDocument } from "./send-document.ts";

const fileSchema = z.object({ attachmentId: z.string(), name: z.string(), type: z.string(), bytes: z.int() });
const yesNoSchema = z.enum(["yes", "no"]);

export const trackedSchema = z.object({
  organisation: publicOrganisationSchema,
  procedure: z.object({ title: z.string(), levels: z.int().nullable(), rounds: z.int().nullable() }),
  number: z.string(),
  receivedAt: z.string(),
  kind: z.string().nullable(),
  ownWords: z
    .string()
    .nullable()
    .describe("What the customer wrote; null where somebody of the provider wrote it down."),
  where: z.enum(whereabouts).describe("In one word, where it stands for the customer."),
  since: z.string(),
  answeredAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  wasAnswered: z.boolean().describe("Answered or refused at some time."),
  isDuplicate: z.boolean().describe("It had arrived before; its days are kept under that number."),
  level: z.int(),
  round: z.int(),
  promisedDays: z.array(promisedDaySchema),
  promises: z.array(z.object({ text: z.string(), dueOn: z.string(), fulfilledAt: z.string().nullable() })),
  happened: z.array(z.object({ at: z.string(), what: z.enum(happenings), channel: z.enum(channelTypes).nullable() })),
  said: z
    .array(
      z.object({
        at: z.string(),
        what: z.enum(happenings),
        words: z.string().nullable(),
        files: z.array(z.string()).describe("Names of what was sent along."),
        score: z.int().nullable(),
      }),
    )
    .describe("What the customer said on the page since the complaint itself, in their own words, the latest first."),
  letters: z.array(
    z.object({
      letterId: z.string(),
      kind: z.enum(letterKinds),
      name: z.string().nullable(),
      number: z.string().nullable(),
      at: z.string(),
      toldBy: z
        .enum(channelTypes)
        .nullable()
        .describe("By what it was said, where it was not in writing; its text is what was noted of it."),
      opens: z
        .boolean()
        .describe("Whether there is anything to open; what was handed over on paper only has nothing here."),
      followedAs: z.enum(["replacement", "correction"]).nullable().describe("A later paper replaced or corrected it."),
    }),
  ),
  questions: z.array(
    z.object({
      requestId: z.string(),
      at: z.string(),
      wanted: z.array(z.string()),
      message: z.string().nullable(),
      answeredAt: z.string().nullable(),
    }),
  ),
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      meetingAt: z.string(),
      place: z.string().nullable(),
      isOpen: z.boolean(),
      comes: z.boolean().nullable(),
    }),
  ),
  toSign: z.array(z.object({ paperId: z.string(), name: z.string(), draftedAt: z.string() })),
  remedies: z.array(z.object({ type: z.string(), amount: z.int(), isDone: z.boolean() })),
  verdict: z.object({ accepts: z.enum(["yes", "no", "silent"]), at: z.string() }).nullable(),
  elsewhere: z.array(z.string()).describe("Where else to turn, as the customer was told."),
  outsideWays: z.array(z.enum(outsideWays)).describe("Where else a customer may turn, by the law that it runs under."),
  may: z
    .object({
      verdicts: z.array(z.object({ accepts: yesNoSchema, satisfied: z.enum(["yes", "no", "not-asked"]) })),
      informationReceived: z.boolean(),
      invitationAnswered: z.boolean(),
      signed: z.boolean(),
      nextLevel: z.boolean(),
      nextRound: z.boolean(),
      negotiation: z.boolean(),
    })
    .describe("What is open to the customer now."),
  sentTo: z
    .string()
    .nullable()
    .describe("Where a one-time code goes, in part: •••• 678. Null: nowhere, for want of a number."),
});

const letterSchema = z.object({
  letterId: z.string(),
  name: z.string().nullable(),
  at: z.string(),
  text: z.string().nullable(),
  documents: z.array(fileSchema),
  hasPdf: z.boolean().describe("It came as a message: `…/pdf` sets it as a letter."),
});
const paperSchema = z.object({
  paperId: z.string(),
  name: z.string(),
  text: z.string().nullable(),
  document: fileSchema.nullable(),
  documentSha256: z.string().describe("Of what is shown: send it along with the signature."),
});

const tags = ["public"];
const passText = `Wants \`hoiam-pass\`, for which a one-time code of the purpose (${oneTimePurposes.join(", ")}) is exchanged.`;

/** `/public/complaints/{code}`: a customer follows their complaint. */
export function publicTrackingRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/complaints/:code",
    {
      schema: {
        tags,
        summary: "Where my complaint stands",
        description:
          "Whoever has the code sees it. A wrong code, an unknown one and one that was taken back are told the same.",
        params: codeParams,
        response: { 200: trackedSchema },
      },
    },
    async (request) => {
      const opened = await openByCode(request, wiring, request.params.code);
      const { organisation, complaintId, code } = opened;
      await noteOpened(wiring.pool, { organisation, complaintId, codeHash: code.hash });
      return shownOf(opened);
    },
  );
  letterRoutes(api, wiring);
  paperRoutes(api, wiring);
}

function letterRoutes(api: Api, wiring: Wiring): void {
  const letterParams = codeParams.extend({ letterId: idParam });
  api.get(
    "/public/complaints/:code/letters/:letterId",
    {
      schema: {
        tags,
        summary: "One letter to me",
        description: passText,
        params: letterParams,
        response: { 200: letterSchema },
      },
    },
    async (request) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "documents" });
      const letter = letterIn(opened, request.params.letterId);
      const { letterId, name, at, text, documents } = letter;
      const hasPdf = wiring.papers !== undefined && isMessage(letter);
      return { letterId, name, at, text, documents: documents.map(fileShown), hasPdf };
    },
  );
  api.get(
    "/public/complaints/:code/letters/:letterId/documents/:attachmentId",
    {
      schema: {
        tags,
        summary: "A document of a letter to me",
        description: passText,
        params: letterParams.extend({ attachmentId: idParam }),
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "documents" });
      const { documents } = letterIn(opened, request.params.letterId);
      const document = documents.find((each) => each.attachmentId === request.params.attachmentId);
      if (!document) throw problem("no-such-item", { name: request.params.attachmentId });
      return sendDocument(reply, wiring, { organisation: opened.organisation, document });
    },
  );
}

function paperRoutes(api: Api, wiring: Wiring): void {
  const paperParams = codeParams.extend({ paperId: idParam });
  api.get(
    "/public/complaints/:code/papers/:paperId",
    {
      schema: {
        tags,
        summary: "A paper that waits for my signature",
        description: passText,
        params: paperParams,
        response: { 200: paperSchema },
      },
    },
    async (request) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "sign" });
      const paper = paperToSign(opened, request.params.paperId);
      const { paperId, name, text, document } = paper;
      return { paperId, name, text, document: document && fileShown(document), documentSha256: hashOfPaper(paper) };
    },
  );
  api.get(
    "/public/complaints/:code/papers/:paperId/document",
    {
      schema: {
        tags,
        summary: "The document that waits for my signature",
        description: passText,
        params: paperParams,
        produces: ["application/octet-stream"],
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "sign" });
      const { document } = paperToSign(opened, request.params.paperId);
      if (!document) throw problem("no-such-item", { name: request.params.paperId });
      return sendDocument(reply, wiring, { organisation: opened.organisation, document });
    },
  );
}

/** A paper that waits for the customer's signature, as they see it. */
export function paperToSign(opened: OpenedComplaint, paperId: string): PaperToSign {
  const paper = viewOf(opened).toSign.find((each) => each.paperId === paperId);
  if (!paper) throw problem("no-such-item", { name: paperId });
  return paper;
}

/** SHA-256 of what is signed: of the file, or of the text in UTF-8. */
export function hashOfPaper({ document, text }: PaperToSign): string {
  return (
    document?.sha256 ??
    createHash("sha256")
      .update(text ?? "")
      .digest("hex")
  );
}

/** The customer's view, as every answer to the customer shows it. */
export function shownOf(opened: OpenedComplaint): z.infer<typeof trackedSchema> {
  const { complaint, edition, calendars, now } = opened;
  const { letters, toSign, ...view } = viewOf(opened);
  const { header, levels, rounds } = edition;
  return {
    organisation: organisationShown(edition),
    procedure: { title: header.title, levels, rounds },
    ...view,
    letters: letters.map(({ letterId, kind, name, number, at, toldBy, text, documents, followedAs = null }) => ({
      letterId,
      kind,
      name,
      number,
      at,
      toldBy,
      opens: text !== null || documents.length > 0,
      followedAs,
    })),
    toSign: toSign.map(({ paperId, name, draftedAt }) => ({ paperId, name, draftedAt })),
    may: customerMay(complaint, { edition, calendars, now, newId: () => "asked" }),
    sentTo: contactShown(opened),
  };
}

function viewOf({ complaint, events, edition, now }: OpenedComplaint): CustomerView {
  return customerView({ complaint, events }, { edition, now });
}

/**
 * Where digits go, so much of it as tells its owner which of theirs it is: by mail where mail leaves and there is an address; otherwise
 * somebody calls.
 */
export function contactShown({
  complaint: { customer },
  isMailSent,
}: Pick<OpenedComplaint, "complaint" | "isMailSent">): string | null {
  const { phone, email } = customer;
  const address = addressIn(email);
  if (phone !== undefined && !(isMailSent && address !== undefined))
    return `•••• ${phone.replaceAll(/\D/g, "").slice(-3)}`;
  if (address === undefined) return null;
  const [name = "", host = ""] = address.split("@");
  return `${name.slice(0, 2)}•••@${host}`;
}

/** Written to the customer, and no paper, which has a document of its own. */
export function isMessage({ kind, toldBy, text }: Letter): boolean {
  return kind !== "paper" && toldBy === null && text !== null;
}

export function letterIn(opened: OpenedComplaint, letterId: string) {
  const letter = viewOf(opened).letters.find((each) => each.letterId === letterId);
  if (!letter) throw problem("no-such-item", { name: letterId });
  return letter;
}

function fileShown({ attachmentId, name, type, bytes }: Attachment) {
  return { attachmentId, name, type, bytes };
}
