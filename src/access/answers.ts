import type { Connection } from "../projections/inside-organisation.ts";
import { isOfRequest, saltedHash } from "../store/request-hash.ts";
import { takeTurn } from "../store/locks.ts";

/** `kept`: what a repeated request gets, where it differs (a secret is shown once). */
export type Answer = { status: number; body: unknown; kept?: unknown };

/**
 * Carries out a request once for its Idempotency-Key and gives the same answer whenever it comes again. "used-otherwise": the key
 * came with other content before. `client` is inside the organisation; the answer commits with the work.
 */
export async function answerOnce(
  client: Connection,
  { organisation, key, request }: { organisation: string; key: string; request: string },
  work: () => Promise<Answer>,
): Promise<Answer | "used-otherwise"> {
  // A double click waits for the first one here.
  await takeTurn(client, "repeated request", `${organisation} ${key}`);
  const { rows } = await client.query<{ request_hash: Buffer; status: number; answer: unknown }>(
    "select request_hash, status, answer from request_answer where organisation = $1 and idempotency_key = $2",
    [organisation, key],
  );
  const earlier = rows[0];
  if (earlier)
    return isOfRequest(earlier.request_hash, request)
      ? { status: earlier.status, body: earlier.answer }
      : "used-otherwise";
  const answer = await work();
  await client.query(
    `insert into request_answer (organisation, idempotency_key, request_hash, status, answer) values ($1, $2, $3, $4, $5)`,
    [organisation, key, saltedHash(request), answer.status, JSON.stringify(answer.kept ?? answer.body)],
  );
  return answer;
}
