import { ask, type Answer } from "../../api/ask.ts";
import type { Done } from "./draft.ts";

type Receipt = Answer<"GET /complaints/:complaintId/receipt">;

/**
 * Issues the receipt: the program makes it, numbers it and signs it for whoever hands it over, and it is owed no more. Once, however
 * often it is asked: the key is the draft's.
 */
export async function issueReceipt(
  { complaintId }: Done,
  { paper }: Receipt,
  { key, channel }: { key: string; channel?: string },
): Promise<void> {
  if (!paper) return;
  const body = { paper: paper.id, ...(channel === undefined ? {} : { channel }) };
  await ask(
    "POST /complaints/:complaintId/issued-papers",
    { params: { complaintId }, query: {}, body },
    { idempotencyKey: `${key}-issue` },
  );
}
