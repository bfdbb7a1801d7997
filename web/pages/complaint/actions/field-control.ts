import type { FormField, FormLeaf } from "./described.ts";

/** What is drawn for a value. */
export type ControlKind =
  | "line"
  | "lines"
  | "telephone"
  | "e-mail"
  | "number"
  | "scale"
  | "money"
  | "day"
  | "instant"
  | "term"
  | "file-hash"
  | "yes-no"
  | "tick"
  | "choice"
  | "choices"
  | "person"
  | "people"
  | "complaint"
  | "complaints"
  | "edition"
  | "stage"
  | "texts"
  | "erasures"
  | "group"
  | "entries";

const ofLeaf: Readonly<Record<FormLeaf["type"], ControlKind>> = {
  text: "line",
  "long-text": "lines",
  phone: "telephone",
  email: "e-mail",
  number: "number",
  money: "money",
  day: "day",
  instant: "instant",
  term: "term",
  hash: "file-hash",
  "yes-no": "yes-no",
  choice: "choice",
  person: "person",
  complaint: "complaint",
  edition: "edition",
  stage: "stage",
  list: "texts",
  group: "group",
};

/** A number up to this is chosen, not typed. */
const SCALE_MAX = 5;

/** Which control a field gets, by its type alone; undefined: none, and the form could not be filled in. */
export function fieldControlOf(field: FormField | FormLeaf): ControlKind | undefined {
  const { type, of, options, default: standing, required, max } = field;
  const within = "fields" in field ? field.fields : undefined;
  if (type === "group") return within ? "group" : undefined;
  if (type === "number" && max !== undefined && max <= SCALE_MAX) return "scale";
  if (type === "list") return ofList(of, within, options !== undefined);
  // What stands one way unless somebody says otherwise is one box to tick.
  if (type === "yes-no" && typeof standing === "boolean" && !required && options?.length === 2) return "tick";
  return ofLeaf[type];
}

function ofList(of: FormLeaf["type"] | undefined, within: FormField["fields"], isClosed: boolean) {
  if (of === "group") return within ? (isErasure(within) ? "erasures" : "entries") : undefined;
  if (isClosed) return "choices";
  if (of === "person") return "people";
  if (of === "complaint") return "complaints";
  return of === "text" || of === "long-text" ? "texts" : undefined;
}

/** Entries of the file with the places of values in them: nobody types these. */
function isErasure(within: Record<string, FormLeaf>): boolean {
  return within["sequence"] !== undefined && within["paths"] !== undefined;
}
