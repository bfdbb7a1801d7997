import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isOpen, type Clock, type Complaint } from "../../complaint/state.ts";
import { previewCommand, type Preview } from "../../store/preview-command.ts";
import { ifMatchNumber } from "./addresses.ts";
import { signedIn, type Wiring } from "./api.ts";
import { commandOf, eventSchema, problemOfNotDone, type Asked } from "./carry-out.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { refuseStrangers } from "./people-named.ts";

const clockEndSchema = z.object({ status: z.string(), dueOn: z.string(), dueAt: z.string() }).nullable();

/** What a verb would make. */
export const previewSchema = z.object({
  complaintId: z.string(),
  sequence: z.int().describe("Of the last fact there is; send it as If-Match with the verb itself."),
  stage: z.object({ from: z.string(), to: z.string(), toName: z.string().describe("What the pack calls it.") }),
  phase: z.object({ from: z.string(), to: z.string() }),
  clocks: z
    .array(
      z.object({
        clockId: z.string(),
        rule: z.string(),
        name: z.string().describe("What the pack calls its rule."),
        change: z.enum(["begins", "ends", "runs again", "pauses", "goes on", "moves"]),
        from: clockEndSchema,
        to: clockEndSchema,
      }),
    )
    .describe("Those that would change."),
  events: z.array(eventSchema).describe("Its own ids are made anew when it is carried out."),
});

/** Answers with what a verb would make now for whoever is signed in, and writes nothing. */
export async function preview(
  request: FastifyRequest,
  reply: FastifyReply,
  wiring: Wiring,
  asked: Asked & { complaintId: string },
): Promise<FastifyReply> {
  const { complaintId, parts } = asked;
  const { identity, actor } = signedIn(request);
  const { organisation } = identity;
  await refuseStrangers(wiring, organisation, { verb: asked.verb, data: parts.data }, undefined);
  const attachments = await documentsHandedIn(wiring, organisation, {
    documents: parts.documents ?? [],
    salt: wiring.newId(),
    isPreview: true,
  });
  const result = await previewCommand(wiring.store, {
    organisation,
    complaintId,
    command: commandOf(asked, attachments),
    actor,
    expectedSequence: ifMatchNumber(request.headers["if-match"]),
  });
  if (result.result !== "decided") throw await problemOfNotDone(result, { wiring, organisation });
  return reply.code(200).send({ complaintId, ...changes(result) });
}

function changes({ before, after, events, edition }: Preview): Omit<z.infer<typeof previewSchema>, "complaintId"> {
  return {
    sequence: before.sequence,
    stage: { from: before.stage, to: after.stage, toName: nameOf(after.stage, edition.stages) },
    phase: { from: before.phase, to: after.phase },
    clocks: clockChanges(before, after).map((change) => ({ ...change, name: nameOf(change.rule, edition.clocks) })),
    events,
  };
}

type ClockChange = Omit<z.infer<typeof previewSchema>["clocks"][number], "name">;

function clockChanges(before: Complaint, after: Complaint): ClockChange[] {
  return after.clocks.flatMap((clock) => {
    const earlier = before.clocks.find(({ clockId }) => clockId === clock.clockId);
    const change: ClockChange["change"] | undefined = changeOf(earlier, clock);
    if (!change) return [];
    const { clockId, rule } = clock;
    return [{ clockId, rule, change, from: earlier ? endOf(earlier) : null, to: endOf(clock) }];
  });
}

function changeOf(before: Clock | undefined, after: Clock) {
  if (!before) return "begins";
  if (isOpen(before) !== isOpen(after)) return isOpen(after) ? "runs again" : "ends";
  if (before.status !== after.status) return after.status === "paused" ? "pauses" : "goes on";
  return before.dueAt === after.dueAt ? undefined : "moves";
}

function endOf({ status, dueOn, dueAt }: Clock) {
  return { status, dueOn, dueAt };
}

function nameOf(id: string, named: readonly { id: string; name: string }[]): string {
  return named.find((each) => each.id === id)?.name ?? id;
}
