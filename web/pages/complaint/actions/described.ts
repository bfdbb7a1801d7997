import type { Answer } from "../../../api/ask.ts";
import { useAnswer } from "../../../api/use-answer.ts";

/** What may be done with a complaint, as the server describes it: these pages draw it and decide nothing. */
export type Described = Answer<"GET /complaints/:complaintId/actions">;
export type Action = Described["actions"][number];
export type Verb = Action["verb"];
export type Move = NonNullable<Action["moves"]>[number];
export type MoveForm = NonNullable<Move["form"]>;
export type FormField = MoveForm["fields"][string];
export type FieldType = FormField["type"];
export type FormLeaf = NonNullable<FormField["fields"]>[string];
export type EvidenceAsked = MoveForm["documents"][number];

export function useDescribed(complaintId: string) {
  return useAnswer("GET /complaints/:complaintId/actions", { params: { complaintId }, query: {} });
}
