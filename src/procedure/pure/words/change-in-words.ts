import { childOf } from "../check/problem.ts";
import { changesOf, type Change } from "../edition/changes-between.ts";
import type { Edition } from "../edition/edition.ts";
import { bothNames, type Named } from "../edition/english.ts";
import { fieldWordsOfPack, listWordsOfPack } from "./pack-words.ts";
import type { Words } from "./guard-in-words.ts";
import { valueOfPackInWords, whole } from "./pack-value-in-words.ts";

/** A change of an edition for people: of what it is, and what was said there and is said here; null: nothing. */
export type ChangeTold = Change & { where: Words; wasSaid: Words | null; isSaid: Words | null };

/** What is not as it was, a line for each thing that a person reads as one: a clock's whole start, a move's whole condition. */
export function changesTold(before: Edition, now: Edition): ChangeTold[] {
  const told = new Map<string, ChangeTold>();
  for (const change of changesOf(before, now)) {
    const steps = whole(stepsOf(change.path));
    const path = change.isOrder ? change.path : joined(steps);
    if (told.has(path)) continue;
    const [was, is] = [valueAt(before, steps), valueAt(now, steps)];
    const values = change.isOrder ? { before: change.before, now: change.now } : { before: was, now: is };
    told.set(path, {
      path,
      ...values,
      isOrder: change.isOrder,
      where: whereInWords(steps, [now, before]),
      wasSaid: saidOf(was, steps, before),
      isSaid: saidOf(is, steps, now),
    });
  }
  return [...told.values()];
}

function saidOf(value: unknown, steps: readonly string[], edition: Edition): Words | null {
  return value === undefined || value === null ? null : valueOfPackInWords(value, steps, edition);
}

/** `clocks.reply.stop[0].on` → clocks, reply, stop, 0, on. */
function stepsOf(path: string): string[] {
  return path.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
}

function joined(steps: readonly string[]): string {
  return steps.map((step, place) => (/^\d+$/.test(step) ? `[${step}]` : place === 0 ? step : `.${step}`)).join("");
}

function valueAt(edition: Edition, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((here, step) => inside(here, step), edition);
}

/** An entry of a list by its id, or by its place. */
function inside(here: unknown, step: string): unknown {
  if (!Array.isArray(here)) return childOf(here, step);
  return here.find((entry) => childOf(entry, "id") === step) ?? here[/^\d+$/.test(step) ? Number(step) : -1];
}

/** `clocks.reply.term` → Thời hạn «Phản hồi khách hàng», bao lâu. Names are those of the first edition that knows the thing. */
function whereInWords(steps: readonly string[], editions: readonly Edition[]): Words {
  const words = steps.flatMap((step, place): Words[] => {
    const above = steps.slice(0, place);
    const list = editions.map((edition) => valueAt(edition, above)).find((each) => Array.isArray(each));
    if (!list) return [listOrField(step, place)];
    const entry = editions.map((edition) => valueAt(edition, [...above, step])).find((each) => each !== undefined);
    return [quoted(nameOf(entry, step))];
  });
  return { vi: sentence(words.map(({ vi }) => vi)), en: sentence(words.map(({ en }) => en)) };
}

function listOrField(step: string, place: number): Words {
  return (place === 0 ? listWordsOfPack[step] : undefined) ?? fieldWordsOfPack[step] ?? { vi: step, en: step };
}

function nameOf(entry: unknown, step: string): Words {
  if (isNamed(entry)) return bothNames(entry);
  const question = childOf(entry, "question") ?? childOf(entry, "record");
  if (typeof question === "string") return { vi: question, en: question };
  const place = /^\d+$/.test(step) ? `${Number(step) + 1}` : step;
  return { vi: place, en: place };
}

function isNamed(entry: unknown): entry is Named {
  return typeof childOf(entry, "name") === "string";
}

function quoted({ vi, en }: Words): Words {
  return { vi: `«${vi}»`, en: `“${en}”` };
}

/** A name follows its list; everything further is said after a comma. */
function sentence(words: readonly string[]): string {
  return words.map((word, place) => (place === 0 ? word : /^[«“]/.test(word) ? ` ${word}` : `, ${word}`)).join("");
}
