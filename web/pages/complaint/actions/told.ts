import { NoConnection, ServerProblem } from "../../../api/ask.ts";
import type { Language } from "../../../words/language.ts";
import { wordsIn } from "../../../words/language.ts";
import { wordsOfForm } from "./words.ts";

/** What somebody else did while a form was filled in. */
export type Meanwhile = {
  sequence: number;
  done: { sequence: number; type: string; recordedAt: string; by: { kind: string; name?: string } }[];
};

/** What became of a command that was not carried out. */
export type NotDone =
  | { kind: "refused"; message: string; errors: Record<string, string> }
  | { kind: "meanwhile"; meanwhile: Meanwhile }
  | { kind: "sent-before" }
  | { kind: "lost" };

/** Sorts what the server, or the network, said. */
export function notDone(error: unknown, chosen: Language): NotDone {
  if (error instanceof NoConnection) return { kind: "lost" };
  if (!(error instanceof ServerProblem)) throw error;
  const { problem, code } = error;
  if (code === "done-meanwhile") {
    const { meanwhile, sequence } = problem as unknown as { meanwhile: Meanwhile["done"]; sequence: number };
    return { kind: "meanwhile", meanwhile: { sequence, done: meanwhile } };
  }
  if (code === "key-used-otherwise") return { kind: "sent-before" };
  return { kind: "refused", message: problem.messages[chosen], errors: errorsOf(error, chosen) };
}

/** Each field with what is wrong with it: all of them where the body had the wrong shape, else the one that was named. */
function errorsOf({ problem }: ServerProblem, chosen: Language): Record<string, string> {
  const words = wordsIn(wordsOfForm, chosen);
  const listed = (problem as { errors?: { field: string; problem: string }[] }).errors ?? [];
  const entries = listed.map(({ field, problem: said }) => [
    field,
    said.startsWith("is missing") ? words.required : `${words.wrong}: ${said}`,
  ]);
  if (entries.length > 0) return Object.fromEntries(entries) as Record<string, string>;
  return problem.field === undefined ? {} : { [problem.field]: problem.messages[chosen] };
}
