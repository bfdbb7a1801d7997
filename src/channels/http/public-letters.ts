import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { letterOfCode } from "../../access/confirmation-codes.ts";
import { NO_ORGANISATION } from "../../access/public-turns.ts";
import type { EventOf } from "../../complaint/events/event.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import type { Api, Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import { codeParams, readOpened, takeTurn } from "./public-access.ts";
import { organisationShown, publicOrganisationSchema } from "./public-schema.ts";

const otherLetterSchema = z.object({
  as: z.enum(["replacement", "correction"]),
  number: z.string().nullable(),
  issuedOn: z.string(),
});
const letterSchema = z.object({
  organisation: publicOrganisationSchema,
  number: z.string().nullable().describe("As it stands on the letter; null: no register numbers it."),
  issuedOn: z.string().describe("Day in Vietnam."),
  sha256: z.string().nullable().describe("Of the file as it was issued: whoever holds one may compare it."),
  sealedBy: z.string().nullable().describe("Whom the certificate of its electronic seal names."),
  follows: otherLetterSchema.nullable().describe("The letter that it replaces or corrects."),
  followedBy: otherLetterSchema.nullable().describe("The letter that replaced or corrected it since."),
});

/** `/public/letters/{code}`: whether a letter is the provider's, and still stands. Nothing of what it says, to whom, or of which complaint. */
export function publicLetterRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/letters/:code",
    {
      schema: {
        tags: ["public"],
        summary: "Whether a letter is the provider's",
        description:
          "By the code that is printed on it. Neither its content nor the customer nor the complaint is told.",
        params: codeParams,
        response: { 200: letterSchema },
      },
    },
    async (request) => {
      const place = await letterOfCode(wiring.pool, request.params.code);
      if (!place) {
        const address = countedAddress(request.ip);
        await takeTurn(wiring, { organisation: NO_ORGANISATION, what: "wrong-code", place: address });
        throw problem("no-such-letter");
      }
      const { organisation, complaintId, paperId } = place;
      const { complaint, events, edition } = await readOpened(wiring, organisation, complaintId);
      const issuedAs = (id: string | undefined) =>
        events.find((each): each is EventOf<"PaperIssued"> => each.type === "PaperIssued" && each.data.paperId === id);
      const other = (link: { paperId: string; as: "replacement" | "correction" } | undefined) => {
        const issued = issuedAs(link?.paperId);
        return link && issued ? { as: link.as, ...numberAndDay(issued) } : null;
      };
      const issued = issuedAs(paperId);
      const paper = complaint.papers.find((each) => each.paperId === paperId);
      if (!issued || !paper) throw new Error(`paper ${paperId} of ${complaintId} was never issued`);
      return {
        organisation: organisationShown(edition),
        ...numberAndDay(issued),
        sha256: issued.data.attachment?.sha256 ?? null,
        sealedBy: issued.data.sealedBy ?? null,
        follows: other(paper.follows),
        followedBy: other(paper.followedBy),
      };
    },
  );
}

function numberAndDay({ data, occurredAt }: EventOf<"PaperIssued">): { number: string | null; issuedOn: string } {
  return { number: data.numberOnPaper ?? data.letterNumber ?? null, issuedOn: dayInVietnam(occurredAt) };
}
