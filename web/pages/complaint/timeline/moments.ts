import type { ComplaintEvent } from "../file.ts";
import { eventWords } from "./event-words.ts";
import type { Group } from "./happened.ts";

/** What one command wrote: its facts, those first that a reader looks for, and those that only follow from them. */
export type Moment = {
  key: number;
  at: string;
  recordedAt: string;
  actor: ComplaintEvent["actor"];
  facts: ComplaintEvent[];
  following: ComplaintEvent[];
};

/** The facts of each moment together, the latest first; only those of the groups, where any are chosen. */
export function momentsOf(events: readonly ComplaintEvent[], chosen: ReadonlySet<Group>): Moment[] {
  const moments: Moment[] = [];
  for (const event of events) {
    if (chosen.size > 0 && !chosen.has(eventWords[event.type].group)) continue;
    const last = moments.at(-1);
    const moment = last && isSameMoment(last, event) ? last : begin(event, moments);
    (eventWords[event.type].follows ? moment.following : moment.facts).push(event);
  }
  return moments.toReversed();
}

/** Without what only brought the picture of a signature that was given on a screen: that is no document of the file. */
export function withoutSignatures(events: readonly ComplaintEvent[]): ComplaintEvent[] {
  const pictures = new Set<ComplaintEvent>();
  for (const [place, { type, data }] of events.entries()) {
    if (type !== "PaperSigned" || data["signedOn"] !== "screen") continue;
    const picture = events.slice(0, place).findLast((each) => isPicture(each, data["signatureSha256"]));
    if (picture) pictures.add(picture);
  }
  return events.filter((event) => !pictures.has(event));
}

function isPicture({ type, data }: ComplaintEvent, sha256: unknown): boolean {
  return type === "AttachmentAdded" && (data["attachment"] as { sha256?: unknown } | undefined)?.sha256 === sha256;
}

/** How many facts each group has. */
export function countsOf(events: readonly ComplaintEvent[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  for (const { type } of events) {
    const { group } = eventWords[type];
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}

function isSameMoment(moment: Moment, { recordedAt, occurredAt, actor }: ComplaintEvent): boolean {
  return moment.recordedAt === recordedAt && moment.at === occurredAt && moment.actor.personId === actor.personId;
}

function begin({ sequence, occurredAt, recordedAt, actor }: ComplaintEvent, moments: Moment[]): Moment {
  const moment: Moment = { key: sequence, at: occurredAt, recordedAt, actor, facts: [], following: [] };
  moments.push(moment);
  return moment;
}
