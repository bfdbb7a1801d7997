import type { NewEvent } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import { sentFields } from "../complaint/follow/clock-scope.ts";
import { parseInstant } from "../procedure/pure/instant.ts";

/** The facts of the steps that were given a name with `as`. */
export type NamedSteps = ReadonlyMap<string, readonly NewEvent[]>;

/** A handle names nothing that was made: the example is wrong, not the pack. */
export class UnknownHandle extends Error {
  override name = "UnknownHandle";
}

/**
 * The fields of a command with every handle replaced by the id that it stands for, and every moment by its instant in UTC.
 *
 * `coordinationId: {ref: ask}` is the coordination that the step named `ask` made; where it made several, `{ref: ask, of: p-ktvt}`
 * is the one with a field of that value. `clockId: {clock: reply-2wd}` is the latest instance of a clock.
 */
export function withIds(
  value: unknown,
  { steps, complaint }: { steps: NamedSteps; complaint: Complaint | undefined },
): unknown {
  const resolve = (each: unknown, field: string): unknown => {
    if (typeof each === "string") return asInstant(each);
    if (Array.isArray(each)) return each.map((item) => resolve(item, field));
    if (typeof each !== "object" || each === null) return each;
    const { ref, of, clock } = each as { ref?: unknown; of?: string; clock?: unknown };
    if (typeof ref === "string") return idFrom({ ref, of, field }, steps);
    if (typeof clock === "string") return clockId(clock, complaint);
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, resolve(inner, name)]));
  };
  return resolve(value, "");
}

function idFrom({ ref, of, field }: { ref: string; of: string | undefined; field: string }, steps: NamedSteps): string {
  const events = steps.get(ref);
  if (!events) throw new UnknownHandle(`no step before this one is named "${ref}" (as: ${ref})`);
  // A dispatch may be of whatever was sent.
  const fields: readonly string[] = field === "of" ? sentFields : [field];
  const found = events.flatMap(({ data }) => recordsIn(data)).find((record) => isMeant(record, { fields, of }));
  const id = fields.map((name) => found?.[name]).find((each) => typeof each === "string");
  if (typeof id === "string") return id;
  throw new UnknownHandle(`the step "${ref}" made no ${fields.join(" or ")}${of === undefined ? "" : ` of ${of}`}`);
}

function isMeant(
  record: Record<string, unknown>,
  { fields, of }: { fields: readonly string[]; of: string | undefined },
): boolean {
  return fields.some((name) => name in record) && (of === undefined || Object.values(record).includes(of));
}

/** A value and what stands in it: the promises inside a reply have ids too. */
function recordsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(recordsIn);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(recordsIn)];
}

function clockId(rule: string, complaint: Complaint | undefined): string {
  const clock = complaint?.clocks.findLast((each) => each.rule === rule);
  if (!clock) throw new UnknownHandle(`no clock "${rule}" was started before this step`);
  return clock.clockId;
}

function asInstant(text: string): string {
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.instant : text;
}
