import { isOpen, type ArchivedComplaint, type ClosedComplaint, type Complaint, type OpenComplaint } from "../state.ts";
import type { Changes } from "./change.ts";
import { withoutFindingsOfThisRound } from "./file.ts";

type EndingEvent =
  | "ComplaintClosed"
  | "ComplaintReopened"
  | "LessonRecorded"
  | "ComplaintArchived"
  | "ComplaintRedacted"
  | "EditionMoved"
  | "TrainingRemoved";

export const endingChanges: Pick<Changes, EndingEvent> = {
  ComplaintClosed: (complaint, { data, occurredAt }): ClosedComplaint => ({
    ...complaint,
    phase: "closed",
    closedAt: occurredAt,
    outcome: data.outcome,
    ...(data.outcome === "withdrawn" || data.outcome === "duplicate" ? withoutPapersOwed(complaint) : {}),
  }),
  ComplaintReopened: (complaint, { occurredAt }): OpenComplaint => {
    const { closedAt: _closedAt, outcome: _outcome, archivedAt: _archivedAt, ...file } = complaint as ArchivedComplaint;
    return {
      ...withoutFindingsOfThisRound(file as OpenComplaint),
      phase: "under-way",
      ...withPapersOwedAgain(file),
      verdict: null,
      withdrawnAt: null,
      reopenedAt: occurredAt,
    };
  },
  LessonRecorded: (complaint, { data }) => ({ ...complaint, lessons: [...complaint.lessons, data.lessonId] }),
  ComplaintArchived: (complaint, { occurredAt }) => {
    if (complaint.phase !== "closed") throw new Error(`archived while ${complaint.phase}: ${complaint.number}`);
    return { ...complaint, phase: "archived", archivedAt: occurredAt };
  },
  ComplaintRedacted: (complaint) => complaint,
  EditionMoved: (complaint, { data }) => ({ ...complaint, edition: data.to, stage: data.stage }),
  // Its clocks end with it, so that nothing fires any more.
  TrainingRemoved: (complaint, { occurredAt }) => ({
    ...complaint,
    shownIn: "nowhere",
    clocks: complaint.clocks.map((clock) =>
      isOpen(clock) ? { ...clock, status: "void" as const, endedAt: occurredAt } : clock,
    ),
  }),
};

/** Nobody waits for these papers any more, until it is reopened. */
function withoutPapersOwed({ papersOwed }: Complaint): Pick<Complaint, "papersOwed" | "papersLapsed"> {
  return {
    papersOwed: papersOwed.filter(({ issuedAs }) => issuedAs !== null),
    papersLapsed: papersOwed.filter(({ issuedAs }) => issuedAs === null),
  };
}

/** A duty that arose anew after the end is owed once. */
function withPapersOwedAgain({
  papersOwed,
  papersLapsed,
}: Pick<Complaint, "papersOwed" | "papersLapsed">): Pick<Complaint, "papersOwed" | "papersLapsed"> {
  const isOwed = (duty: string) => papersOwed.some((owed) => owed.duty === duty && owed.issuedAs === null);
  return { papersOwed: [...papersOwed, ...papersLapsed.filter(({ duty }) => !isOwed(duty))], papersLapsed: [] };
}
