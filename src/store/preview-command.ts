import { actorRef } from "../complaint/context.ts";
import type { ComplaintEvent } from "../complaint/events/event.ts";
import { refuse } from "../complaint/refusal.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { prepare } from "./append.ts";
import { decideCommand, type CommandRequest, type NotDone } from "./decide-command.ts";
import { loadComplaint } from "./load-complaint.ts";
import { cleanText } from "./log/clean-text.ts";
import type { Store } from "./open-store.ts";

/** What a command would make if it were carried out now. Ids of what it would make are others then, and a paper has no number yet. */
export type Preview = {
  result: "decided";
  before: Complaint;
  after: Complaint;
  events: ComplaintEvent[];
  edition: Edition;
};

/**
 * Decides a command on a complaint that exists, and shows what it would make. The database is read in a transaction that
 * cannot write.
 */
export function previewCommand(
  store: Store,
  request: CommandRequest & { complaintId: string },
): Promise<Preview | NotDone> {
  const { organisation, complaintId, actor } = request;
  const work = { ...request, command: cleanText(request.command) };
  return readInside(store.pool, organisation, async (connection) => {
    const asked = { organisation, complaintId, isNew: false, idempotencyKey: undefined };
    const { loaded, calendarNumber } = await loadComplaint(connection, asked);
    if (!loaded?.complaint) return { result: "refused", refusal: refuse("complaint-unknown") };
    const decided = await decideCommand(store, work, { loaded, calendarNumber, connection });
    if (decided.result !== "decided") return decided;
    const { events, erasures, under: edition } = decided;
    const { newEvents, complaint } = prepare({
      loaded,
      events,
      actor: actorRef(actor),
      commandId: store.newId(),
      edition,
      erasures,
    });
    return { result: "decided", before: loaded.complaint, after: complaint, events: newEvents, edition };
  });
}
