import { z } from "zod";
import { bilingual, mailLanguages, mailVariables, type MailTextId } from "../../procedure/pure/mail/mail-texts.ts";
import { previewText } from "../mail-out/preview-text.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { editionsInForce } from "./closed-channels.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

const ids = Object.keys(mailVariables) as [MailTextId, ...MailTextId[]];
const tags = ["organisation"];

const textSchema = z.object({
  textId: z.enum(ids),
  procedure: z.string(),
  languages: z.array(z.enum(mailLanguages)),
  isBilingual: z.boolean().describe("Sent in every language, one below the other."),
  variables: z.array(z.string()),
});
const previewSchema = z.object({
  subject: z.string(),
  body: z.string(),
  short: z.string().nullable().describe("For SMS and Zalo; null: it goes by mail only."),
  samples: z.array(z.string()).describe("Variables that stand as examples: nothing in the file says them."),
});

/** `/mail-texts`: what is sent by itself, in the words of the editions in force; looked at with a file of one's own. */
export function mailTextRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/mail-texts",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The texts that are sent, and what each may name",
        response: { 200: z.object({ texts: z.array(textSchema) }) },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      const { mailTexts } = wiring;
      return {
        texts: editionsInForce(wiring, organisation).flatMap((edition) =>
          ids.map((textId) => ({
            textId,
            procedure: edition.procedure,
            languages: mailLanguages.filter((language) => mailTexts?.(language, edition).texts[textId] !== undefined),
            isBilingual: bilingual.has(textId),
            variables: [...mailVariables[textId]],
          })),
        ),
      };
    },
  );
  api.post(
    "/mail-texts/:textId/previews",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "A text as it would leave",
        description:
          "With what a file of mine says, or with examples. Nothing is sent or kept; a code and six digits are always examples.",
        params: z.object({ textId: z.enum(ids) }),
        body: z.strictObject({
          language: z.enum(mailLanguages).default("vi"),
          procedure: idParam.optional().describe("Needed only where there are several, and no complaint is named."),
          complaintId: idParam.optional(),
        }),
        response: { 200: previewSchema },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { textId: id } = request.params;
      const { language, procedure, complaintId } = request.body;
      const file = complaintId === undefined ? undefined : await readComplaint(wiring, who, complaintId);
      const editions = editionsInForce(wiring, who.identity.organisation);
      const edition = file?.edition ?? editions.find((each) => procedure === undefined || each.procedure === procedure);
      if (!edition) throw problem("unknown-procedure", { what: procedure ?? "" }, { field: "procedure" });
      const { publicUrl, mailTexts } = wiring;
      const shown = mailTexts && previewText(mailTexts, { id, language, edition, publicUrl }, file);
      if (!shown) throw problem("no-such-item", { name: `${id} (${language})` });
      return shown;
    },
  );
}
