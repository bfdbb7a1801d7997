import type { Done } from "./described.ts";

/** The verb that takes back what was just done, with the fields that it wants besides a reason. */
export type WayBack = { verb: string; fields: Record<string, unknown> };

type Fact = Done["events"][number];

/**
 * The way back from what a verb made, where the trade has one: it is a deed of its own, with a reason, and the server decides whether
 * it is open. Undefined: there is none.
 */
export function wayBack(verb: string, events: readonly Fact[]): WayBack | undefined {
  const made = (type: string) => events.find((event) => event.type === type)?.data;
  const back = ways[verb];
  if (!back) return undefined;
  const data = made(back.of);
  return data && back.way(data);
}

const ways: Readonly<Record<string, { of: string; way: (data: Fact["data"]) => WayBack | undefined }>> = {
  mark: { of: "ComplaintMarked", way: ({ mark, on }) => ({ verb: "mark", fields: { mark, on: on !== true } }) },
  link: { of: "ComplaintLinked", way: ({ linkId }) => ({ verb: "unlink", fields: { linkId } }) },
  pause: { of: "ComplaintPaused", way: () => ({ verb: "resume", fields: {} }) },
  "hold-debt": { of: "DebtHeld", way: ({ debtId }) => ({ verb: "release-debt", fields: { debtId } }) },
  "request-coordination": {
    of: "CoordinationRequested",
    way: ({ coordinationId }) => ({ verb: "withdraw-coordination", fields: { coordinationId } }),
  },
  assign: {
    of: "ComplaintAssigned",
    way: ({ previousPersonId, unit }) => ({ verb: "assign", fields: { personId: previousPersonId ?? null, unit } }),
  },
  "hand-over": {
    of: "ComplaintAssigned",
    way: ({ previousPersonId, unit }) =>
      previousPersonId ? { verb: "assign", fields: { personId: previousPersonId, unit } } : undefined,
  },
};
