import type { PaperMaker } from "../../documents/paper-maker.ts";
import { sampleFilling } from "../../documents/word/sample-filling.ts";
import { starterTemplate } from "../../documents/word/starter-template.ts";
import type { Filling } from "../../documents/word/template-fields.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import type { Wiring } from "./api.ts";
import { editionsInForce } from "./closed-channels.ts";
import { problem } from "./problem.ts";

export type PaperInForce = { paper: Paper; edition: Edition };

/** Each paper of the editions in force once, as the first of them has it. */
export function papersInForce(wiring: Wiring, organisation: string): PaperInForce[] {
  const all = editionsInForce(wiring, organisation).flatMap((edition) =>
    edition.papers.map((paper) => ({ paper, edition })),
  );
  return all.filter(({ paper }, place) => all.findIndex((each) => each.paper.id === paper.id) === place);
}

/** Throws a problem where there is none of this id. */
export function paperInForce(wiring: Wiring, organisation: string, id: string): PaperInForce {
  const found = papersInForce(wiring, organisation).find(({ paper }) => paper.id === id);
  if (!found) throw problem("no-such-item", { name: id });
  return found;
}

/** Throws a problem where this server makes no papers. */
export function makerOf({ papers }: Wiring): PaperMaker {
  if (!papers) throw problem("paper-not-set", { why: "–" });
  return papers;
}

/** A letter about a complaint that could have been. */
export function sampleOf(maker: PaperMaker, { paper, edition }: PaperInForce): Filling {
  return sampleFilling(edition, paper, maker.textOf(edition, paper));
}

export function starterOf(maker: PaperMaker, { paper, edition }: PaperInForce): Promise<Buffer> {
  return starterTemplate(paper, maker.textOf(edition, paper));
}
