import { z } from "zod";
import { idText, text } from "../../complaint/events/parts.ts";
import { draftOf } from "../../projections/customer-view/letters.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { issuedPaper } from "./issued-paper.ts";
import { letterNamed, nothingToSay, paperNamed } from "./made-papers.ts";
import { ownTemplate, paperIn } from "./paper-content.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { sendDocument, sendMade } from "./send-document.ts";
import { refuseUnseenText } from "./typed-text.ts";

/** `/complaints/{id}/paper-previews`: a paper as it would leave, to be looked at. Nothing is kept, and it gets no number. */
export function paperPreviewRoutes(api: Api, wiring: Wiring): void {
  api.post(
    "/complaints/:complaintId/paper-previews",
    {
      config: { scope: "read" },
      schema: {
        tags: ["documents"],
        summary: "A paper as it would leave, as PDF or as a Word file",
        description:
          "Made of the file as it stands: one of the pack's papers, or a draft. `content`: the text that somebody is still typing. Nothing is kept. Of a paper that was issued it is the document itself; as `word`, a copy of what the program made, marked as one. In a Word template of the organisation's own it is a PDF where this machine has an office program, and else a Word file, whatever was asked for.",
        params: z.object({ complaintId: idParam }),
        body: z.strictObject({ paper: idText.optional(), paperId: idText.optional(), content: text.optional() }),
        querystring: z.strictObject({
          as: z
            .enum(["pdf", "picture", "word"])
            .default("pdf")
            .describe(
              "`picture`: its pages as one SVG, for a screen. `word`: a Word file, to be gone on with by hand.",
            ),
        }),
        produces: ["application/pdf", "image/svg+xml", WORD],
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      refuseUnseenText(request.body);
      const { paper, paperId, content: typed } = request.body;
      const file = await readComplaint(wiring, who, request.params.complaintId);
      const document = paperId === undefined ? null : draftOf(paperId, file.events).document;
      if (document) return sendDocument(reply, wiring, { organisation, document, disposition: "inline" });
      const { as } = request.query;
      const issued = paperId === undefined ? undefined : issuedPaper(paperId, file);
      if (issued?.document && (as !== "word" || !issued.made))
        return sendDocument(reply, wiring, { organisation, document: issued.document, disposition: "inline" });
      const named = issued?.made?.named ?? paperNamed({ paper, paperId, text: typed }, file);
      const { papers: maker } = wiring;
      if (!named || !maker) throw problem("no-such-item", { name: paperId ?? paper ?? "" });
      const { attachments } = wiring;
      const { made, template } = await readInside(wiring.pool, organisation, async (connection) => {
        const place = { connection, organisation, attachments };
        return {
          made: await letterNamed(maker, { named, paperId, now: issued?.made?.now ?? wiring.now() }, place),
          template: await ownTemplate(place, named.paper.id),
        };
      });
      if (!made.ok) throw nothingToSay(named.paper);
      // The document that was issued is another one: this is to be gone on with by hand.
      const letter = issued ? { ...made.letter, mark: made.letter.mark ?? "BẢN SAO" } : made.letter;
      const given = await paperIn(template, { maker, made: { ...made, letter }, as });
      return sendMade(reply, { ...given, name: named.paper.name });
    },
  );
}
