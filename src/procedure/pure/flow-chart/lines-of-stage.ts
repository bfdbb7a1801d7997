import type { Edition } from "../edition/edition.ts";
import type { Move, Stage } from "../edition/stages.ts";
import { verbWords, verbWordsInEnglish } from "../verb-words.ts";
import { guardInWords } from "../words/guard-in-words.ts";
import type { ChartAsked } from "./flow-chart.ts";
import { sizes } from "./sizes.ts";
import { wrap } from "./text-width.ts";

/** A move in a box. */
export type ChartLine = {
  /** Which move of which stage: `intake.2`, counted from 0 in the pack's order. */
  key: string;
  /** Stages that it leads to; none: the stage stays. */
  to: string[];
  /** Of its first line's top. */
  y: number;
  height: number;
  name: string[];
  condition: string[];
};

type Around = { edition: Edition; asked: ChartAsked; next: string | undefined; top: number };

/** The moves of a stage below each other. Those that lead to the next row stand last, so that their ways cross no other. */
export function linesOfStage(stage: Stage, { edition, asked, next, top }: Around): ChartLine[] {
  const moves = stage.moves
    .map((move, index) => ({ move, key: `${stage.id}.${index}`, to: targetsOf(move, edition) }))
    .filter(({ move }) => move.verb !== "reopen" || edition.reopening.allowed);
  const leadsDown = ({ to }: { to: string[] }) => to.length === 1 && to[0] === next;
  const ordered = [...moves.filter((each) => !leadsDown(each)), ...moves.filter(leadsDown)];
  let y = top;
  return ordered.map(({ move, key, to }) => {
    const line = { key, to, y, ...textOf(move, { edition, asked, isStaying: to.length === 0 }) };
    y += line.height;
    return line;
  });
}

/** Where a move leads, the stage itself included where it is entered anew. */
export function targetsOf({ verb, leadsTo }: Move, { reopening }: Edition): string[] {
  if (verb !== "reopen") return leadsTo === undefined ? [] : [leadsTo];
  return [...new Set([reopening.leadsTo, ...(reopening.ways ?? []).map((way) => way.leadsTo)])];
}

/** What a move is called: by the provider, else by the trade. */
export function nameOfMove({ name, en, verb }: Pick<Move, "name" | "en" | "verb">, language: "vi" | "en"): string {
  return (language === "en" ? (en ?? name) : name) ?? (language === "vi" ? verbWords : verbWordsInEnglish)[verb];
}

function textOf(
  move: Move,
  { edition, asked, isStaying }: { edition: Edition; asked: ChartAsked; isStaying: boolean },
): Pick<ChartLine, "name" | "condition" | "height"> {
  const { boxWidth, pad, text, small, lineHeight } = sizes;
  const width = boxWidth - 2 * pad;
  const sign = isStaying ? "↺" : "→";
  const name = wrap(`${sign} ${nameOfMove(move, asked.language)}`, { width, fontSize: text });
  const { language } = asked;
  const guard = asked.withConditions && move.when ? guardInWords(move.when, edition)[language] : "";
  const said = guard === "" ? "" : `${language === "vi" ? "nếu" : "if"} ${guard}`;
  const condition = wrap(said, { width: width - pad, fontSize: small });
  return { name, condition, height: (name.length + condition.length) * lineHeight + 4 };
}
