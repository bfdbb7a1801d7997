import type { FormField, FormLeaf } from "../described.ts";

/** What every control is given. `path`: where the server names the field, `requests.0.unit`; focus goes there on an error. */
export type ControlProps = {
  field: FormField | FormLeaf;
  path: string;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  errors: Record<string, string>;
  complaintId: string;
};
