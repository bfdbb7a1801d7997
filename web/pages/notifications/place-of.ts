type Told = { sequence: number | null; data: Record<string, unknown> };

/** Where on the complaint's page stands what was told: the request, the term, else the fact. Undefined: nowhere of its own. */
export function placeOf({ sequence, data }: Told): string | undefined {
  const { coordinationId, clockId } = data;
  if (typeof coordinationId === "string") return `coordination-${coordinationId}`;
  if (typeof clockId === "string") return `clock-${clockId}`;
  return sequence === null ? undefined : `fact-${sequence}`;
}
