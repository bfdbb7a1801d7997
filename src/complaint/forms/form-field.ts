/** What a screen draws for a value. `choice` has `options`; `list` says in `of` what each entry is; `group` has `fields`. */
export type FieldType =
  | "text"
  | "long-text"
  | "phone"
  | "email"
  | "number"
  | "money"
  | "day"
  | "instant"
  | "yes-no"
  | "choice"
  | "person"
  | "complaint"
  | "edition"
  | "list"
  | "group";

/** A value that is legal now, with its name in Vietnamese. */
export type FormOption = { value: string | boolean; label: string };

export type FormLeaf = {
  /** In Vietnamese. */
  label: string;
  type: FieldType;
  required: boolean;
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
