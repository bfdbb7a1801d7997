type Told = { sequence: number | null; data: Record<string, unknown> };

/** Where on the complaint's page stands what was told: the request, the term, the paper, the message that did not get through, else the fact. Undefined: nowhere of its own. */
export function placeOf({ sequence, data }: Told): string | undefined {
  const { coordinationId, clockId, outboxId, paperId } = data;
  if (typeof coordinationId === "string") return `coordination-${coordinationId}`;
  if (typeof clockId === "string") return `clock-${clockId}`;
  if (typeof outboxId === "string") return `message-${outboxId}`;
  if (typeof paperId === "string") return `paper-${paperId}`;
  return sequence === null ? undefined : `fact-${sequence}`;
}
