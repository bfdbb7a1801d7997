import type { ComplaintEvent, EventOf } from "../../complaint/events/event.ts";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { markerOf } from "./chain.ts";
import { ERASED_TEXT, personalValues, withPersonalValues } from "../../complaint/events/personal-values.ts";

/**
 * One personal value to be erased, and the hash that will stand in its place. `content`: SHA-256 of the document whose name it
 * is, because with its name a document is erased as a whole.
 */
export type Erasure = { sequence: number; path: string[]; marker: string; content?: string };

/**
 * The hashes that take the place of what a redaction names. `unknown`: the first name that is no personal value of that
 * event, or is erased already. The connection is inside the organisation.
 */
export async function findErasures(
  connection: Connection,
  { organisation, complaintId, redaction }: Asked,
): Promise<{ erasures: Erasure[] } | { unknown: string }> {
  const sequences = redaction.events.map(({ sequence }) => sequence);
  const { rows } = await connection.query<{
    sequence: number;
    type: EventType;
    data: unknown;
    salts: Record<string, string> | null;
  }>(
    `select sequence, type, data, salts from event
     where organisation = $1 and complaint_id = $2 and sequence = any ($3::integer[])`,
    [organisation, complaintId, sequences],
  );
  const stored = new Map(rows.map((row) => [row.sequence, row]));
  const erasures: Erasure[] = [];
  // One event may be named twice, and one of its values.
  const named = new Map<number, Set<string>>();
  for (const { sequence, paths } of redaction.events) {
    named.set(sequence, new Set([...(named.get(sequence) ?? []), ...paths]));
  }
  for (const [sequence, paths] of named) {
    const event = stored.get(sequence);
    const values = event ? personalValues(event.type, event.data) : [];
    for (const path of paths) {
      const personal = values.find(({ key }) => key === path);
      const salt = event?.salts?.[path];
      if (!event || !personal || salt === undefined) return { unknown: `${sequence}: ${path}` };
      const marker = markerOf(personal.value, salt);
      erasures.push({ sequence, path: personal.path, marker, ...contentNamedBy(event.data, personal.path) });
    }
  }
  return { erasures };
}

function contentNamedBy(data: unknown, path: readonly string[]): { content?: string } {
  if (path.at(-1) !== "name") return {};
  let parent = data;
  for (const key of path.slice(0, -1)) parent = (parent as Record<string, unknown>)[key];
  const { sha256 } = parent as { sha256?: unknown };
  return typeof sha256 === "string" ? { content: sha256 } : {};
}

type Asked = { organisation: string; complaintId: string; redaction: EventOf<"ComplaintRedacted">["data"] };

/** Facts as they will read once the values are erased. */
export function withErasures(events: readonly ComplaintEvent[], erasures: readonly Erasure[]): ComplaintEvent[] {
  const keys = new Set(erasures.map(({ sequence, path }) => `${sequence} ${path.join(".")}`));
  return events.map((event) => {
    const data = withPersonalValues(event.type, event.data, ({ key, value, kind }) => {
      if (!keys.has(`${event.sequence} ${key}`)) return value;
      return kind === "text" ? ERASED_TEXT : {};
    });
    return { ...event, data } as ComplaintEvent;
  });
}
