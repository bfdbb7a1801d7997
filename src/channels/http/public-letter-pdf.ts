import type { Letter } from "../../projections/customer-view/letters.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import type { PaperKind } from "../../procedure/pure/vocabulary.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { letterNamed, paperNamed } from "./made-papers.ts";
import { drawn } from "./paper-content.ts";
import { problem } from "./problem.ts";
import { codeParams, needPass, openByCode } from "./public-access.ts";
import { isMessage, letterIn } from "./public-tracking.ts";
import { sendMade } from "./send-document.ts";

/** Whose layout a message to the customer takes. */
const layoutOf: Readonly<Record<Exclude<Letter["kind"], "paper">, PaperKind>> = {
  reply: "reply-letter",
  "interim-reply": "reply-letter",
  acceptance: "acceptance-notice",
  refusal: "refusal-notice",
};

/** `/public/complaints/{code}/letters/{letterId}/pdf`: a letter that came as a message, to be kept on paper. */
export function publicLetterPdfRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/public/complaints/:code/letters/:letterId/pdf",
    {
      schema: {
        tags: ["public"],
        summary: "A letter to me as PDF",
        description:
          "The words as they were sent, set as a letter of their day. A paper that was issued has its own document. Wants `hoiam-pass` for `documents`.",
        params: codeParams.extend({ letterId: idParam }),
        produces: ["application/pdf"],
      },
    },
    async (request, reply) => {
      const opened = await openByCode(request, wiring, request.params.code);
      await needPass(request, wiring, { opened, purpose: "documents" });
      const letter = letterIn(opened, request.params.letterId);
      const { papers: maker, pool } = wiring;
      const { organisation, edition } = opened;
      if (!maker || letter.kind === "paper" || letter.text === null || !isMessage(letter))
        throw problem("no-such-item", { name: letter.letterId });
      const paper = messageAs(layoutOf[letter.kind], edition.papers);
      const named = paperNamed(
        { paper: paper.id, text: letter.text },
        { ...opened, edition: { ...edition, papers: [paper] } },
      );
      if (!named) throw problem("no-such-item", { name: letter.letterId });
      const asked = { named: { ...named, isPreview: false }, paperId: undefined, now: letter.at };
      const made = await readInside(pool, organisation, (connection) =>
        letterNamed(maker, asked, { connection, organisation, attachments: wiring.attachments }),
      );
      if (!made.ok) throw problem("no-such-item", { name: letter.letterId });
      return sendMade(reply, { content: await drawn(maker, made.letter, "pdf"), name: paper.name, as: "pdf" });
    },
  );
}

/** In the pack's layout and under its name, but no paper of its registers: it has no number, and nobody signed it on paper. */
function messageAs(kind: PaperKind, papers: readonly Paper[]): Paper {
  const known = papers.find((each) => each.kind === kind);
  const { numberedIn: _register, ...paper } = known ?? { ...plainPaper, kind };
  return { ...paper, signedBy: [] };
}

const plainPaper: Paper = {
  id: "message",
  kind: "reply-letter",
  name: "Thư trả lời",
  signedBy: [],
  channels: [],
  fields: [],
  source: "",
};
