import type { FormValues } from "./form-values.ts";

/** What somebody typed into a form and has not sent, or has sent without hearing that it arrived. */
export type Draft = {
  values: FormValues;
  /** Sent along: the same again is done once. */
  idempotencyKey: string;
  keptAt: string;
};

/** Drafts are one person's, on one complaint, for one way of one verb, about one item of the file where a page is about it. */
export function draftName(of: {
  personId: string;
  complaintId: string;
  verb: string;
  move: string | null;
  given: Record<string, unknown>;
}): string {
  return ["draft", of.personId, of.complaintId, of.verb, of.move ?? "", ...Object.values(of.given)].join("|");
}

/** By verb, the ways of which there is a draft; "" is one without a name. */
export type KeptDrafts = ReadonlyMap<string, ReadonlySet<string>>;

/** What one person has begun on one complaint and not sent. */
export function keptDrafts(personId: string, complaintId: string): KeptDrafts {
  const kept = new Map<string, Set<string>>();
  const start = ["draft", personId, complaintId, ""].join("|");
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(start))) {
      const [verb = "", move = ""] = name.slice(start.length).split("|");
      kept.set(verb, (kept.get(verb) ?? new Set()).add(move));
    }
  } catch {
    // This browser keeps nothing.
  }
  return kept;
}

export function readDraft(name: string): Draft | undefined {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    // What an older version kept, or a browser that keeps nothing.
    return undefined;
  }
}

/** False: this browser keeps nothing, and a reload would lose it. */
export function keepDraft(name: string, draft: Draft): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
