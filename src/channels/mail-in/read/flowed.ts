/** format=flowed (RFC 3676): lines that end with a space go on in the next one of the same quote. */
export function unflowed(text: string, isSpaceDropped: boolean): string {
  const paragraphs: { depth: number; pieces: string[]; isOpen: boolean }[] = [];
  for (const line of text.split("\n")) {
    const depth = /^>*/.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(depth);
    const said = stuffed.startsWith(" ") ? stuffed.slice(1) : stuffed;
    const isOpen = said.endsWith(" ") && said !== "-- ";
    const piece = isOpen && isSpaceDropped ? said.slice(0, -1) : said;
    const last = paragraphs.at(-1);
    if (last?.isOpen && last.depth === depth && said !== "-- ") {
      last.pieces.push(piece);
      last.isOpen = isOpen;
    } else paragraphs.push({ depth, pieces: [piece], isOpen });
  }
  return paragraphs
    .map(({ depth, pieces }) => `${depth > 0 ? `${">".repeat(depth)} ` : ""}${pieces.join("")}`)
    .join("\n");
}
