import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { LetterNotSet } from "../../documents/letter-press.ts";
import type { Letter } from "../../documents/letter.ts";
import type { PaperMaker } from "../../documents/paper-maker.ts";
import type { Filling } from "../../documents/word/template-fields.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { wordTemplateOn, type WordTemplate } from "../../store/word-templates.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";
import type { MadeAs } from "./send-document.ts";

/** A paper as it was made: not always as it was asked for. */
export type PaperMadeAs = { content: Buffer; as: MadeAs };

type Place = { connection: Connection; organisation: string; attachments: Wiring["attachments"] };

/** The content of the template that an organisation has in place of the program's layout of a paper; undefined: it has none. */
export async function ownTemplate(
  { connection, organisation, attachments }: Place,
  paper: string,
): Promise<Buffer | undefined> {
  const template = await wordTemplateOn(connection, organisation, paper);
  return template && templateContent({ organisation, attachments }, template);
}

/** A kept template as it was handed in. Throws a problem where it is gone or was altered: no paper leaves in another layout unasked. */
export async function templateContent(
  { organisation, attachments }: Pick<Place, "organisation" | "attachments">,
  { sha256, name }: Pick<WordTemplate, "sha256" | "name">,
): Promise<Buffer> {
  const stream = await attachments.open(organisation, sha256);
  const content = stream && (await buffer(stream));
  if (!content || createHash("sha256").update(content).digest("hex") !== sha256)
    throw problem("paper-not-set", { why: name });
  return content;
}

/**
 * A paper in the organisation's own template, else in the program's layout. In its own template it is a PDF where there is an office
 * program, which a picture is then too, and else a Word file.
 */
export async function paperIn(
  template: Buffer | undefined,
  { maker, made, as }: { maker: PaperMaker; made: Filling; as: MadeAs },
): Promise<PaperMadeAs> {
  if (!template) return { content: await drawn(maker, made.letter, as), as };
  return orNotSet(async () => {
    const word = await maker.filled(template, made);
    if (as === "word" || !maker.office) return { content: word, as: "word" };
    return { content: await maker.office.pdf(word), as: "pdf" };
  });
}

/** The letter as a PDF, as a picture of it, or as a Word file, in the program's layout. */
export function drawn(maker: PaperMaker, letter: Letter, as: MadeAs): Promise<Buffer> {
  return orNotSet(() => maker[as](letter));
}

/** What cannot be set just now is a problem of this machine, not of whoever asks. */
async function orNotSet<Made>(make: () => Promise<Made>): Promise<Made> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof LetterNotSet) throw problem("paper-not-set", { why: error.message });
    throw error;
  }
}
