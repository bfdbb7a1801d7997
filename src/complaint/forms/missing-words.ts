import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import { ownFieldPaths } from "../follow/classify.ts";
import { fieldWord } from "./field-words.ts";
import type { Words } from "./form-field.ts";

/** What a complaint lacks, as people call it. `field`: its path in the body of `register`; null for a document. */
export type MissingItem = { id: string; field: string | null; label: Words };

/** An id of `missing`: a field, a document, or the kind itself. */
export function missingWords(id: string, { fields, evidence }: Edition): MissingItem {
  const document = evidence.find((each) => each.id === id);
  if (document) return { id, field: null, label: bothNames(document) };
  if (id === "kind") return { id, field: "kind", label: fieldWord("register", "kind") };
  const path = ownFieldPaths[id] ?? `filled.${id}`;
  const field = fields.find((each) => each.id === id);
  const label = field ? bothNames(field) : fieldWord("register", path.slice(path.lastIndexOf(".") + 1));
  return { id, field: path, label };
}
