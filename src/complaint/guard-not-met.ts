import type { Edition } from "../procedure/pure/edition/edition.ts";
import { bothNames } from "../procedure/pure/edition/english.ts";
import type { Move } from "../procedure/pure/edition/stages.ts";
import { factInWords } from "../procedure/pure/words/fact-in-words.ts";
import type { Words } from "../procedure/pure/words/guard-in-words.ts";
import { toDoInWords } from "../procedure/pure/words/to-do-in-words.ts";
import type { Context } from "./context.ts";
import { distanceOf, lackedFacts, lackOf, type Lack, type LackedFact } from "./lack.ts";
import { papersStillOwed, settlingNow } from "./papers-owed.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";

type Known = { complaint: Complaint; edition: Edition; now: string };

/** Says what is missing, and of several ways only those that are nearest, each with its own conditions. */
export function guardNotMet(moves: readonly Move[], complaint: Complaint, { edition, now }: Context): Refusal {
  const known = { complaint, edition, now };
  const ways = nearest(moves.map((move) => ({ move, lack: move.when ? lackOf(move.when, complaint, now) : null })));
  const lacked = ways.flatMap(({ lack }) => lackedFacts(lack));
  const told = (language: "vi" | "en") => {
    const [open, close, or] = language === "vi" ? ["«", "»", "hoặc"] : ["“", "”", "or"];
    const said = ways.map(({ move, lack }) => ({ name: move.name, words: lackInWords(lack, known)[language] }));
    const isOne = new Set(said.map(({ words }) => words)).size === 1;
    const each = said.map(({ name, words }) =>
      isOne || name === undefined ? words : `${open}${name}${close}: ${words}`,
    );
    return prefixes[language](lacked.every((each_) => isToDo(each_, known))) + [...new Set(each)].join(`; ${or} `);
  };
  const facts = lacked.map(({ fact }) => fact);
  const names = [...new Set(facts.map(({ fact }) => fact))];
  return refuse("guard-not-met", { facts: names, wanted: facts, words: { vi: told("vi"), en: told("en") } });
}

const prefixes = {
  vi: (isToDo: boolean) => (isToDo ? "Cần " : "Chưa đủ điều kiện: "),
  en: (isToDo: boolean) => (isToDo ? "Still needed: " : "A condition is not met: "),
};

function nearest(ways: { move: Move; lack: Lack | null }[]): typeof ways {
  const least = Math.min(...ways.map(({ lack }) => distanceOf(lack)));
  return ways.filter(({ lack }) => distanceOf(lack) === least);
}

/** What is to be done, all of it by semicolons, one of it by "or"; a fact that nobody brings about is told as it is wanted. */
export function lackInWords(lack: Lack | null, known: Known): Words {
  if (lack === null) return { vi: "", en: "" };
  if ("fact" in lack) return lackedInWords(lack, known);
  const isAll = "all" in lack;
  const each = (isAll ? lack.all : lack.any).map((part) => ({ part, words: lackInWords(part, known) }));
  const told = (language: "vi" | "en") =>
    each
      .map(({ part, words }) => ("fact" in part ? words[language] : `(${words[language]})`))
      .join(isAll ? "; " : language === "vi" ? " hoặc " : " or ");
  return { vi: told("vi"), en: told("en") };
}

function lackedInWords({ fact, wanted }: LackedFact, known: Known): Words {
  const toDo = toDoInWords(fact, wanted, known.edition);
  if (fact.fact !== "papers-owed" || toDo === null) return toDo ?? factInWords(fact, wanted, known.edition);
  return { vi: `phát hành ${owedInWords(known, "vi")}`, en: `issue ${owedInWords(known, "en")}` };
}

function isToDo({ fact, wanted }: LackedFact, { edition }: Known): boolean {
  return toDoInWords(fact, wanted, edition) !== null;
}

/** What is still owed, by the provider's own names: "Phiếu tiếp nhận, Thư trả lời hoặc Biên bản". */
function owedInWords({ complaint, edition, now }: Known, language: "vi" | "en"): string {
  const nameOf = (paper: string) =>
    bothNames(edition.papers.find(({ id }) => id === paper) ?? { name: paper })[language];
  const wanted = papersStillOwed(complaint).map((owed) => {
    const settling = settlingNow(owed, complaint, edition, now);
    return (settling.length > 0 ? settling : owed.anyOf).map(nameOf).join(language === "vi" ? " hoặc " : " or ");
  });
  return wanted.join(", ");
}
