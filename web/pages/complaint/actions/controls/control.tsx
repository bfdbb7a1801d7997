import { fieldControlOf } from "../field-control.ts";
import type { ControlProps } from "./control-props.ts";
import { LeafControl } from "./leaf-control.tsx";
import { Entries, Group } from "./nested.tsx";

/** The control of one field of a form. */
export function Control(props: ControlProps) {
  const kind = fieldControlOf(props.field);
  if (kind === "group") return <Group {...props} />;
  if (kind === "entries") return <Entries {...props} />;
  return <LeafControl {...props} />;
}
