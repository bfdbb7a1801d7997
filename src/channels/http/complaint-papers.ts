import { createHash } from "node:crypto";
import { z } from "zod";
import { personNames } from "../../access/person-names.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { waysToSign } from "../../complaint/tell/papers.ts";
import { draftOf } from "../../projections/customer-view/letters.ts";
import { whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import type { Asked } from "./carry-out.ts";
import { wordsSchema } from "./form-fields.ts";
import { problem } from "./problem.ts";
import { readComplaint, type ReadComplaint } from "./read-complaint.ts";

const paperSchema = z.object({
  paperId: z.string(),
  name: z.string(),
  status: z.string(),
  text: z.string().nullable(),
  document: z
    .object({ attachmentId: z.string(), name: z.string(), type: z.string(), bytes: z.int(), sha256: z.string() })
    .nullable()
    .describe("Of the file's documents."),
  documentSha256: z.string().nullable().describe("Of what is signed: of the document, or of the text in UTF-8."),
  wanted: z
    .array(
      z.object({
        by: z.string(),
        label: wordsSchema,
        ways: z
          .array(z.enum(["screen", "paper"]))
          .describe("How you may enter it: a colleague's only from the paper that they signed."),
      }),
    )
    .describe("Who is still to sign, by the procedure."),
  signatures: z.array(
    z.object({
      by: z.string(),
      label: wordsSchema,
      signer: z.string().nullable(),
      at: z.string(),
      signedOn: z.enum(["screen", "paper"]).nullable(),
      recordedBy: z.string().nullable().describe("Who entered it; of a customer's: who was with them at the counter."),
    }),
  ),
});

/** `/complaints/{id}/papers/{paperId}`: what is to be signed, as whoever signs must have seen it. */
export function complaintPaperRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/papers/:paperId",
    {
      config: { scope: "read" },
      schema: {
        tags: ["documents"],
        summary: "One drafted or issued paper: what it says, and who has signed it",
        params: z.object({ complaintId: idParam, paperId: idParam }),
        response: { 200: paperSchema },
      },
    },
    async (request) => {
      const { complaintId, paperId } = request.params;
      const who = signedIn(request);
      const read = await readComplaint(wiring, who, complaintId);
      return paperShown(read, paperId, { names: await namesOfSigners(wiring, who, read), actor: who.actor });
    },
  );
}

/** The parts of a signature with the hash of what it is under: what was shown must be what is kept. */
export async function withHashOfPaper(
  wiring: Wiring,
  who: SignedIn,
  complaintId: string,
  parts: Asked["parts"],
): Promise<Asked["parts"]> {
  const { paperId, documentSha256 } = parts.data;
  const { events } = await readComplaint(wiring, who, complaintId);
  const hash = hashOfDraft(draftOf(String(paperId), events));
  if (hash === null) return parts;
  if (documentSha256 !== undefined && documentSha256 !== hash)
    throw problem("changed-meanwhile", {}, { field: "documentSha256" });
  return { ...parts, data: { ...parts.data, documentSha256: hash } };
}

function hashOfDraft({ text, document }: Pick<ReturnType<typeof draftOf>, "text" | "document">): string | null {
  if (document) return document.sha256;
  return text === null ? null : createHash("sha256").update(text).digest("hex");
}

function paperShown(
  { complaint, edition, events }: ReadComplaint,
  paperId: string,
  { names, actor }: { names: ReadonlyMap<string, string>; actor: SignedIn["actor"] },
) {
  const paper = complaint.papers.find((each) => each.paperId === paperId);
  if (!paper) throw problem("no-such-item", { name: paperId });
  const known = edition.papers.find(({ id }) => id === paper.paper);
  const { text, document } = draftOf(paperId, events);
  const label = (by: string) => whoInWords(by, edition);
  return {
    paperId,
    name: known?.name ?? paper.paper,
    status: paper.status,
    text,
    document,
    documentSha256: hashOfDraft({ text, document }),
    wanted: (known?.signedBy ?? [])
      .filter((by) => !paper.signatures.includes(by))
      .map((by) => ({ by, label: label(by), ways: waysToSign(by, actor) })),
    signatures: events.flatMap((event) => {
      if (event.type !== "PaperSigned" || event.data.paperId !== paperId) return [];
      const { actor, occurredAt: at, data } = event;
      const recordedBy = actor.kind === "person" ? (names.get(actor.personId) ?? null) : null;
      const { by, signer = null, signedOn = null } = data;
      return [{ by, label: label(by), signer, at, signedOn, recordedBy }];
    }),
  };
}

async function namesOfSigners({ pool }: Wiring, { identity }: SignedIn, { events }: ReadComplaint) {
  const ids = events.flatMap(({ type, actor }) =>
    type === "PaperSigned" && actor.kind === "person" ? [actor.personId] : [],
  );
  return readInside(pool, identity.organisation, (connection) => personNames(connection, identity.organisation, ids));
}
