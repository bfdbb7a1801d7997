import type { ConnectionKind } from "./connection-kind.ts";

/** Every kind of connection there is, in the order in which forms offer them. One line each. */
export const connectionKinds: readonly ConnectionKind[] = [];

export function connectionKindOf(kind: string): ConnectionKind | undefined {
  return connectionKinds.find((each) => each.kind === kind);
}
