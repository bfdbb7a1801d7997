import { ask, type Answer } from "../../api/ask.ts";
import type { Done } from "./draft.ts";

type Receipt = Answer<"GET /complaints/:complaintId/receipt">;

/**
 * Drafts, signs and issues the receipt by the verbs of any paper, so that it has its number and ends what waits for it. A step
 * that was done is not done twice: each has a key of its own. Gives the draft's id, for the next time.
 */
export async function issueReceipt(
  { complaintId, paperId }: Done,
  { paper, text }: Receipt,
  { key, channel, keep }: { key: string; channel?: string; keep: (paperId: string) => void },
): Promise<void> {
  if (!paper) return;
  const params = { complaintId };
  const drafted = paperId ?? (await draft());
  if (paper.signedBy.includes("clerk")) {
    const body = { by: "clerk" };
    const sign = { params: { complaintId, paperId: drafted }, query: {}, body };
    await ask("POST /complaints/:complaintId/papers/:paperId/signatures", sign, { idempotencyKey: `${key}-sign` });
  }
  const body = { paperId: drafted, ...(channel === undefined ? {} : { channel }) };
  await ask(
    "POST /complaints/:complaintId/issued-papers",
    { params, query: {}, body },
    { idempotencyKey: `${key}-issue` },
  );

  async function draft(): Promise<string> {
    const made = await ask(
      "POST /complaints/:complaintId/papers",
      { params, query: {}, body: { paper: paper?.id ?? "", content: text } },
      { idempotencyKey: `${key}-draft` },
    );
    const id = idOfPaper(made);
    keep(id);
    return id;
  }
}

function idOfPaper({ events }: { events: readonly { type: string; data: Record<string, unknown> }[] }): string {
  const id = events.find(({ type }) => type === "PaperDrafted")?.data["paperId"];
  if (typeof id !== "string") throw new Error("no paper was drafted");
  return id;
}
