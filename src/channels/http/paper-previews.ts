import { z } from "zod";
import { idText, text } from "../../complaint/events/parts.ts";
import { draftOf } from "../../projections/customer-view/letters.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { drawn, letterNamed, nothingToSay, paperNamed } from "./made-papers.ts";
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
          "Made of the file as it stands: one of the pack's papers, or a draft. `content`: the text that somebody is still typing. Nothing is kept.",
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
      const named = paperNamed({ paper, paperId, text: typed }, file);
      const { papers: maker } = wiring;
      if (!named || !maker) throw problem("no-such-item", { name: paperId ?? paper ?? "" });
      const made = await readInside(wiring.pool, organisation, (connection) =>
        letterNamed(
          maker,
          { named, paperId, now: wiring.now() },
          { connection, organisation, attachments: wiring.attachments },
        ),
      );
      if (!made.ok) throw nothingToSay(named.paper);
      const { as } = request.query;
      const content = await drawn(maker, made.letter, as);
      return sendMade(reply, { content, name: named.paper.name, as });
    },
  );
}
