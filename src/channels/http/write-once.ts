import type { FastifyReply, FastifyRequest } from "fastify";
import { answerOnce, type Answer } from "../../access/answers.ts";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { signedIn, type Wiring } from "./api.ts";
import { idempotencyKeyOf } from "./carry-out.ts";
import { problem } from "./problem.ts";

/**
 * A write that is no command on a complaint, in one transaction inside the organisation of whoever asks, once for its
 * Idempotency-Key. What it throws rolls everything back.
 */
export async function writeOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  { pool }: Pick<Wiring, "pool">,
  work: (connection: Connection) => Promise<Answer>,
): Promise<FastifyReply> {
  const { identity } = signedIn(request);
  const key = idempotencyKeyOf(request);
  const answer = await writeInside(pool, identity.organisation, (connection) => {
    if (key === undefined) return work(connection);
    const said = JSON.stringify([request.method, request.url, request.body ?? null]);
    const once = { organisation: identity.organisation, key, request: said };
    return answerOnce(connection, once, () => work(connection));
  });
  if (answer === "used-otherwise") throw problem("key-used-otherwise", {}, { field: "Idempotency-Key" });
  return reply.code(answer.status).send(answer.body);
}
