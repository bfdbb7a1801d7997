import { useAnswer } from "../../../api/use-answer.ts";

/** What may be done with a complaint now, by whoever is signed in. */
export function useDescribed(complaintId: string) {
  return useAnswer("GET /complaints/:complaintId/actions", { params: { complaintId }, query: {} });
}
