import type { ArchivedComplaint, ClosedComplaint, OpenComplaint } from "../state.ts";
import type { Changes } from "./change.ts";
import { withoutFindingsOfThisRound } from "./file.ts";

type EndingEvent =
  | "ComplaintClosed"
  | "ComplaintReopened"
  | "LessonRecorded"
  | "ComplaintArchived"
  | "ComplaintRedacted"
  | "EditionMoved";

export const endingChanges: Pick<Changes, EndingEvent> = {
  ComplaintClosed: (complaint, { data, occurredAt }): ClosedComplaint => ({
    ...complaint,
    phase: "closed",
    closedAt: occurredAt,
    outcome: data.outcome,
  }),
  ComplaintReopened: (complaint, { occurredAt }): OpenComplaint => {
    const { closedAt: _closedAt, outcome: _outcome, archivedAt: _archivedAt, ...file } = complaint as ArchivedComplaint;
    return {
      ...withoutFindingsOfThisRound(file as OpenComplaint),
      phase: "under-way",
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
};
