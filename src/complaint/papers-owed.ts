import type { Edition } from "../procedure/pure/edition/edition.ts";
import { holds } from "./facts.ts";
import type { Complaint, PaperOwed } from "./state.ts";

/** What is owed and not issued yet. */
export function papersStillOwed({ papersOwed }: Complaint): PaperOwed[] {
  return papersOwed.filter(({ issuedAs }) => issuedAs === null);
}

/** The papers any of which settles what is owed, as the complaint stands now: some settle a duty only under a guard. */
export function settlingNow({ duty, anyOf }: PaperOwed, complaint: Complaint, edition: Edition, now: string): string[] {
  const options = edition.paperDuties.find(({ id }) => id === duty)?.anyOf ?? [];
  return anyOf.filter((paper) => {
    const option = options.find((each) => typeof each !== "string" && each.paper === paper);
    return typeof option !== "object" || holds(option.when, complaint, now);
  });
}
