import type { Operations } from "../../../api/contract.ts";

/** What may be done with a complaint, as the server describes it: these pages draw it and decide nothing. */
export type Described = Operations["GET /complaints/:complaintId/actions"]["answer"];
export type Action = Described["actions"][number];
export type Verb = Action["verb"];
export type Move = NonNullable<Action["moves"]>[number];
export type MoveForm = NonNullable<Move["form"]>;
export type FormField = MoveForm["fields"][string];
export type FieldType = FormField["type"];
export type FormLeaf = NonNullable<FormField["fields"]>[string];
export type EvidenceAsked = MoveForm["documents"][number];

/** Every verb answers alike; notes stand for all. */
type AnswerOfVerb = Operations["POST /complaints/:complaintId/notes"]["answer"];
/** What a verb made. */
export type Done = Extract<AnswerOfVerb, { repeated: boolean }>;
/** What it would make. */
export type Preview = Exclude<AnswerOfVerb, Done>;
