import { actorRef, type Calendars } from "../complaint/context.ts";
import type { ComplaintEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { prepare } from "./append.ts";
import { decideCommand, type CommandRequest, type NotDone } from "./decide-command.ts";
import type { LoadedComplaint } from "./load-complaint.ts";
import { cleanText } from "./log/clean-text.ts";
import type { Store } from "./open-store.ts";

/** What registering would make now: the complaint as it would stand, and what it was counted with. */
export type RegistrationPreview = {
  result: "decided";
  complaint: Complaint;
  events: ComplaintEvent[];
  edition: Edition;
  calendars: Calendars;
  /** Database time. */
  decidedAt: string;
};

/** Decides the taking-in of a complaint, and shows what it would make. No number is taken, and nothing can be written. */
export function previewRegistration(
  store: Store,
  request: Omit<CommandRequest, "complaintId">,
): Promise<RegistrationPreview | NotDone> {
  const { organisation, actor } = request;
  const work = { ...request, command: cleanText(request.command), complaintId: store.newId() };
  return readInside(store.pool, organisation, async (connection) => {
    const { rows } = await connection.query<{ decidedAt: string; calendarNumber: number }>({
      name: "preview_registration",
      text: `select instant_text(date_trunc('milliseconds', clock_timestamp())) as "decidedAt",
               (select coalesce(max(number), 0) from calendar_version where organisation = $1)::integer as "calendarNumber"`,
      values: [organisation],
    });
    const { decidedAt = "", calendarNumber = 0 } = rows[0] ?? {};
    const loaded = notYetThere({ organisation, complaintId: work.complaintId, decidedAt });
    const decided = await decideCommand(store, work, { loaded, calendarNumber, connection });
    if (decided.result !== "decided") return decided;
    const { events, under: edition, context } = decided;
    const made = prepare({ loaded, events, actor: actorRef(actor), commandId: store.newId(), edition });
    const { newEvents, complaint } = made;
    return { result: "decided", complaint, events: newEvents, edition, calendars: context.calendars, decidedAt };
  });
}

function notYetThere(of: Pick<LoadedComplaint, "organisation" | "complaintId" | "decidedAt">): LoadedComplaint {
  return { ...of, complaint: undefined, events: [], arrival: 0, lastSequence: 0, lastHash: null };
}
