import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Command } from "../../complaint/command.ts";
import { isPractising } from "../../complaint/context.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import type { NotDone } from "../../store/decide-command.ts";
import { handleCommand, type CommandResult, type HandledRequest } from "../../store/handle-command.ts";
import { namesOf } from "../../access/people.ts";
import { etagOf, ifMatchNumber } from "./addresses.ts";
import { signedIn, type Wiring } from "./api.ts";
import type { Envelope } from "./command-body.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { refuseStrangers } from "./people-named.ts";
import { problem, problemOfRefusal, type Problem } from "./problem.ts";

export const eventSchema = z.object({
  sequence: z.int(),
  type: z.string(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actor: z.object({
    kind: z.string(),
    personId: z.string().optional(),
    deputyFor: z.string().optional(),
    process: z.string().optional(),
    linkId: z.string().optional().describe("Of the link by which a unit answered."),
  }),
  data: z.record(z.string(), z.unknown()),
});

/** What a command made. */
export const doneSchema = z.object({
  complaintId: z.string(),
  number: z.string(),
  sequence: z.int().describe("Of the last fact; it is the ETag too."),
  stage: z.string(),
  phase: z.string(),
  events: z.array(eventSchema),
  repeated: z.boolean().describe("The same Idempotency-Key was carried out before: this is what it made then."),
});

/** A verb as it came in: on which complaint, with its fields. */
export type Asked = {
  verb: Verb;
  complaintId?: string;
  procedure?: string | undefined;
  parts: Envelope & { data: Record<string, unknown> };
  /** For a paper that is issued without a document, where the program has something to write. */
  makeDocument?: HandledRequest["makeDocument"];
  /** Once it is carried out or has failed. */
  afterwards?: () => Promise<void>;
};

/** Carries out a verb for whoever is signed in, and answers with the facts that it made. */
export async function carryOut(
  request: FastifyRequest,
  reply: FastifyReply,
  wiring: Wiring,
  asked: Asked,
): Promise<FastifyReply> {
  const { complaintId, procedure, parts, makeDocument, afterwards } = asked;
  const { identity, actor } = signedIn(request);
  const { organisation } = identity;
  const idempotencyKey = idempotencyKeyOf(request);
  await refuseStrangers(wiring, organisation, { verb: asked.verb, data: parts.data }, idempotencyKey);
  const salt = idempotencyKey ?? wiring.newId();
  const attachments = await documentsHandedIn(wiring, organisation, { documents: parts.documents ?? [], salt });
  const command = {
    organisation,
    complaintId,
    procedure,
    command: commandOf(asked, attachments),
    ...(makeDocument ? { makeDocument } : {}),
    actor,
    idempotencyKey,
    expectedSequence: ifMatchNumber(request.headers["if-match"]),
  };
  try {
    return await answer(await handleCommand(wiring.store, command), { reply, wiring, organisation });
  } finally {
    await afterwards?.();
  }
}

/** The command itself, with the documents that were handed in with it. */
export function commandOf({ verb, parts, makeDocument }: Asked, attachments: readonly Attachment[]): Command {
  const { documents: _handedIn, data, ...envelope } = parts;
  return {
    verb,
    data,
    ...envelope,
    ...(attachments.length > 0 ? { attachments: [...attachments] } : {}),
    ...(makeDocument ? { makesDocument: true } : {}),
  };
}

/** The key of a request: one person's says nothing about another's, and what was practised nothing about the work. */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers["idempotency-key"];
  if (typeof header !== "string") return undefined;
  const { identity, actor } = signedIn(request);
  return `${identity.personId} ${isPractising(actor) ? "training " : ""}${header}`;
}

async function answer(
  result: CommandResult,
  { reply, wiring, organisation }: { reply: FastifyReply; wiring: Wiring; organisation: string },
): Promise<FastifyReply> {
  switch (result.result) {
    case "done": {
      const { complaintId, number, events, state, repeated } = result;
      const { sequence, stage, phase } = state;
      return reply
        .code(201)
        .header("location", `/api/v1/complaints/${complaintId}`)
        .header("etag", etagOf(sequence))
        .send({ complaintId, number, sequence, stage, phase, events, repeated });
    }
    case "refused":
    case "conflict":
      throw await problemOfNotDone(result, { wiring, organisation });
    case "key-reused":
      throw problem("key-used-otherwise", {}, { field: "Idempotency-Key" });
  }
}

/** Why a verb made nothing: the core's refusal, or what somebody else did meanwhile. */
export async function problemOfNotDone(
  result: NotDone,
  { wiring, organisation }: { wiring: Wiring; organisation: string },
): Promise<Problem> {
  if (result.result === "refused") return problemOfRefusal(result.refusal);
  const { sequence } = result.state;
  const meanwhile = await whoDidWhat(result.meanwhile, wiring, organisation);
  return problem("done-meanwhile", {}, { members: { meanwhile, sequence }, headers: { etag: etagOf(sequence) } });
}

async function whoDidWhat(events: readonly ComplaintEvent[], { pool }: Wiring, organisation: string) {
  const ids = events.flatMap(({ actor }) => (actor.kind === "person" ? [actor.personId] : []));
  const names = await namesOf(pool, organisation, ids);
  return events.map(({ sequence, type, occurredAt, recordedAt, actor }) => ({
    sequence,
    type,
    occurredAt,
    recordedAt,
    by: actor.kind === "person" ? { ...actor, name: names[actor.personId] ?? actor.personId } : actor,
  }));
}
