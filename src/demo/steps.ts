import type { Step } from "./story.ts";

/** A paper of the pack leaves, or is handed over, as its signed copy. */
export function issues(at: string, by: string, paper: string): Step {
  return { at, by, do: "issue-paper", with: { paper }, document: paper };
}

/** Somebody of a unit has the request of their unit, and says so. */
export function confirms(at: string, by: string, unit?: string): Step {
  return { at, by, do: "confirm-coordination", with: ({ coordination }) => ({ coordinationId: coordination(unit) }) };
}

/** The unit's answer is fit to be told. */
export function findsFit(at: string, by: string, unit?: string): Step {
  return { at, by, do: "accept-coordination", with: ({ coordination }) => ({ coordinationId: coordination(unit) }) };
}

/** What the unit had promised is mended. */
export function findsMended(at: string, by: string, unit?: string): Step {
  return {
    at,
    by,
    do: "accept-coordination",
    with: ({ coordination }) => ({ coordinationId: coordination(unit), repairDone: true }),
  };
}

/** A unit's answer: cause, measure, and the day of the repair in working days from today, if it names one. */
export function answers(
  at: string,
  by: string,
  { unit, cause, measure, repair }: { unit?: string; cause: string; measure: string; repair?: number },
): Step {
  return {
    at,
    by,
    do: "answer-coordination",
    with: ({ coordination, day }) => ({
      coordinationId: coordination(unit),
      cause,
      measure,
      ...(repair === undefined ? {} : { promisedRepairOn: day(repair) }),
    }),
  };
}

/** Takes it on, or gives it to a colleague. */
export function assigns(at: string, by: string, to: string): Step {
  return { at, by, do: "assign", with: ({ person }) => ({ personId: person(to) }) };
}

export function keepsPromise(at: string, by: string, comment: string): Step {
  return { at, by, do: "fulfil-promise", with: ({ promise }) => ({ promiseId: promise(), comment }) };
}

/** Belongs to the same incident as an earlier story. */
export function joins(at: string, by: string, story: string, reason: string): Step {
  return { at, by, do: "link", with: ({ complaint }) => ({ to: complaint(story), as: "same-incident", reason }) };
}
