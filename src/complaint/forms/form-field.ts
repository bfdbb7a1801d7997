/** What a screen draws for a value. `term` is a length (`2 working days`) or its new last day; `hash` the SHA-256 of a file; `choice` has `options`; `list` says in `of` what each entry is; `group` has `fields`. */
export type FieldType =
  | "text"
  | "long-text"
  | "phone"
  | "email"
  | "number"
  | "money"
  | "day"
  | "instant"
  | "term"
  | "hash"
  | "yes-no"
  | "choice"
  | "person"
  | "complaint"
  | "edition"
  | "stage"
  | "list"
  | "group";

/** What it is called in each language. Both are the same where a pack names it in Vietnamese only. */
export type Words = { vi: string; en: string };

/** A value that is legal now, with its name. */
export type FormOption = {
  value: string | boolean;
  label: Words;
};

export type FormLeaf = {
  label: Words;
  type: FieldType;
  required: boolean;
  /** May be given as null: nobody, nothing. */
  nullable?: true;
  /** Every legal value, where only some are. */
  options?: FormOption[];
  /** What each entry of a list is. */
  of?: FieldType;
  /** What counts where nothing is given. */
  default?: unknown;
  /** Most entries of a list, or the largest number. */
  max?: number;
};

/** One value of a command, so that a screen can draw it and decides nothing. */
export type FormField = FormLeaf & {
  /** Of a group, or of each entry of a list. */
  fields?: Record<string, FormLeaf>;
};

export type FormFields = Record<string, FormField>;

/** A name that only the pack gives, and gives in Vietnamese only; `bothNames` where it may give both. */
export function named(name: string): Words {
  return { vi: name, en: name };
}
