import { ServerProblem } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";

/** The complaint of a number as somebody types it, once it is whole. */
export function useComplaintNamed(typed: string): { complaintId: string | undefined; isUnknown: boolean } {
  const number = typed.trim().toUpperCase();
  const isWhole = /^[A-Z]{2}-\d{4}-\d{6,9}$/.test(number);
  const { data, error } = useAnswer("GET /complaint-numbers/:number", { params: { number } }, { enabled: isWhole });
  return {
    complaintId: isWhole ? data?.complaintId : undefined,
    isUnknown: isWhole && error instanceof ServerProblem && error.problem.status === 404,
  };
}
