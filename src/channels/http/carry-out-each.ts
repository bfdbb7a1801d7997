import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { visibilityOf } from "../../access/actor.ts";
import type { Command } from "../../complaint/command.ts";
import { handleCommand, type CommandResult } from "../../store/handle-command.ts";
import { signedIn, type Wiring } from "./api.ts";
import { idempotencyKeyOf, problemOfNotDone } from "./carry-out.ts";
import { refuseStrangers } from "./people-named.ts";
import { Problem, problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";

/** What became of one of many complaints. */
export const eachResultSchema = z.object({
  complaintId: z.string(),
  result: z.enum(["done", "refused", "conflict"]),
  number: z.string().optional(),
  sequence: z.int().optional(),
  stage: z.string().optional(),
  repeated: z.boolean().optional().describe("This key did it before."),
  problem: z
    .object({ code: z.string(), vi: z.string(), en: z.string(), field: z.string().optional() })
    .loose()
    .optional()
    .describe("Why nothing was done with this one."),
});
export type EachResult = z.infer<typeof eachResultSchema>;

/** What a request about many answers. */
export const eachDoneSchema = z.object({
  results: z.array(eachResultSchema),
  remaining: z.int().describe("Not looked at before the time was up: send the same again under the same key."),
});

/** One complaint's part in a request about many. `sequence`: the last fact that the person saw. */
export type Part = { complaintId: string; command: Command; sequence?: number | undefined };

const AT_ONCE = 4;

/** A request ends after about this long; the same again goes on where it stopped. */
const WORK_MS_MAX = 20_000;

/**
 * Carries out a command for each of many complaints, as if each had been sent by itself: its own role, stage, clocks, conflict
 * and key, below the request's own. What one of them refuses does not keep the others from being done.
 *
 * @returns results in the order of `parts`; `remaining` were not looked at before the time was up.
 */
export async function carryOutEach(
  request: FastifyRequest,
  wiring: Wiring,
  parts: readonly Part[],
): Promise<{ results: EachResult[]; remaining: number }> {
  const key = idempotencyKeyOf(request);
  const until = performance.now() + WORK_MS_MAX;
  const results: (EachResult | undefined)[] = [];
  const waiting = parts.entries();
  const work = async () => {
    for (const [index, part] of waiting) {
      if (performance.now() > until) return;
      results[index] = await carryOutOne(request, wiring, part, key);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const told = results.filter((result) => result !== undefined);
  return { results: told, remaining: parts.length - told.length };
}

async function carryOutOne(
  request: FastifyRequest,
  wiring: Wiring,
  { complaintId, command, sequence }: Part,
  key: string | undefined,
): Promise<EachResult> {
  const who = signedIn(request);
  const { organisation } = who.identity;
  try {
    if (visibilityOf(who.actor).units !== "all") await readComplaint(wiring, who, complaintId);
    const idempotencyKey = key === undefined ? undefined : `${key} ${complaintId}`;
    await refuseStrangers(wiring, organisation, command, idempotencyKey);
    const result = await handleCommand(wiring.store, {
      organisation,
      complaintId,
      command,
      actor: who.actor,
      idempotencyKey,
      expectedSequence: sequence,
    });
    return await told(result, { complaintId, wiring, organisation });
  } catch (error) {
    // A fault with one of them is noted, and told where it belongs.
    if (!(error instanceof Problem)) request.log.error({ err: error, complaintId }, "one of many could not be done");
    return refused(complaintId, error instanceof Problem ? error : problem("internal-error"));
  }
}

async function told(
  result: CommandResult,
  { complaintId, wiring, organisation }: { complaintId: string; wiring: Wiring; organisation: string },
): Promise<EachResult> {
  switch (result.result) {
    case "done": {
      const { number, repeated, state } = result;
      return { complaintId, result: "done", number, sequence: state.sequence, stage: state.stage, repeated };
    }
    case "refused":
    case "conflict": {
      const why = await problemOfNotDone(result, { wiring, organisation });
      return { ...refused(complaintId, why), result: result.result };
    }
    case "key-reused":
      return refused(complaintId, problem("key-used-otherwise", {}, { field: "Idempotency-Key" }));
  }
}

/** Nothing was done with this one, and why. */
export function refused(complaintId: string, { code, vi, en, field, members }: Problem): EachResult {
  const why = field === undefined ? { code, vi, en } : { code, vi, en, field };
  return { complaintId, result: "refused", problem: { ...members, ...why } };
}
