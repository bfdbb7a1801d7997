import type { Complaint } from "../complaint/state.ts";
import { notice, type Happened, type Reaction } from "./reaction.ts";

/** Notices of warnings and breaches, to the people inside whose work it is. */
export function timeReactions({ event, complaint, edition }: Happened): Reaction[] {
  switch (event.type) {
    case "ClockWarned": {
      const { clockId, rule, warning, dueAt } = event.data;
      const owner = edition.clocks.find(({ id }) => id === rule)?.owner ?? "owner";
      const warned = notice("clock-warned", "clock-owner", owner, { clockId, warning, dueAt });
      // One complaint, one warning at once: for the clock that ends first. All others wait for the shift's digest.
      return [{ ...warned, urgency: clockId === nearestClock(complaint) ? "now" : "digest" }];
    }
    case "ClockBreached": {
      const { clockId, rule, dueAt } = event.data;
      const clockRule = edition.clocks.find(({ id }) => id === rule);
      const told = (clockRule?.onBreach ?? []).flatMap((action) => ("notify" in action ? [action.notify] : []));
      const recipients = new Set([clockRule?.owner ?? "owner", ...told]);
      return [...recipients].map((recipient) => notice("clock-breached", "clock-owner", recipient, { clockId, dueAt }));
    }
    default:
      return [];
  }
}

function nearestClock({ clocks }: Complaint): string | undefined {
  const running = clocks.filter((clock) => clock.status === "running" && clock.breachedAt === null);
  return running.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]?.clockId;
}
