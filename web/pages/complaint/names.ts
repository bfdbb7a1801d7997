import type { Edition } from "./file.ts";

type Kind =
  | "customerClasses"
  | "units"
  | "channels"
  | "services"
  | "registers"
  | "kinds"
  | "papers"
  | "clocks"
  | "stages"
  | "complainants";

/** What the provider calls a thing, and who a person is: by id. An id without a name stands for itself. */
export type Names = {
  of: (kind: Kind, id: unknown) => string;
  /** Of a pack's field or piece of evidence. */
  field: (id: string) => string;
  person: (id: unknown) => string;
};

export function nameIn(edition: Edition, people: Record<string, string>): Names {
  const found = (named: readonly { id: string; name: string }[], id: unknown) =>
    named.find((each) => each.id === id)?.name;
  const itself = (id: unknown) => (typeof id === "string" ? id : "");
  return {
    of: (kind, id) => found(edition[kind], id) ?? itself(id),
    field: (id) => found(edition.fields, id) ?? found(edition.evidence, id) ?? id,
    person: (id) => people[itself(id)] ?? itself(id),
  };
}
