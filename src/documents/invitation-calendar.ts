import type { ComplaintEvent, EventOf } from "../complaint/events/event.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { vietnamOffsetMinutes } from "../procedure/pure/vietnam.ts";

/** Of a calendar's content. */
export const CALENDAR = "text/calendar; charset=utf-8";
/** What the file is called. */
export const CALENDAR_NAME = "loi-moi.ics";

type File = { complaint: Complaint; events: readonly ComplaintEvent[]; edition: Edition };

/**
 * The meeting that a customer was invited to, for their calendar (RFC 5545); undefined where there is no such invitation. Invited anew
 * before they met, it is the same entry at another time: same UID, higher SEQUENCE. Where the complaint ended before they met, the
 * entry is cancelled. How long a meeting takes nobody says: it has a beginning only.
 */
export function invitationCalendar(meetingId: string, file: File): string | undefined {
  const { complaint, edition } = file;
  const series = seriesOf(meetingId, file.events);
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) return undefined;
  const { meetingAt, place } = last.data;
  const end = endedBefore(file.events, series);
  const { organisation } = edition;
  const address = edition.channels.find(({ type, address: each }) => type === "email" && each?.includes("@"))?.address;
  const organiser = address === undefined ? "invalid:nomail" : `mailto:${address}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Hoi Am//Giay moi//VI",
    "CALSCALE:GREGORIAN",
    `METHOD:${end ? "CANCEL" : "PUBLISH"}`,
    ...timeZone,
    "BEGIN:VEVENT",
    `UID:${edition.ref.organisation}-${first.data.meetingId}@hoi-am`,
    `SEQUENCE:${series.length - 1 + (end ? 1 : 0)}`,
    `DTSTAMP:${inUtc((end ?? last).occurredAt)}`,
    `DTSTART;TZID=${ZONE}:${inVietnam(meetingAt)}`,
    `SUMMARY:${escaped(`Làm việc với ${organisation.shortName} về khiếu nại số ${complaint.number}`)}`,
    `LOCATION:${escaped(place)}`,
    `ORGANIZER;CN=${quoted(organisation.name)}:${organiser}`,
    `STATUS:${end ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

type Invited = EventOf<"CustomerInvited">;

/** The invitations to one meeting, the first to the last: those that no meeting lies between. Empty where none has this id. */
function seriesOf(meetingId: string, events: readonly ComplaintEvent[]): Invited[] {
  let series: Invited[] = [];
  for (const event of events) {
    if (event.type === "CustomerInvited") series = [...series, event];
    const isMet = event.type === "MeetingRecorded";
    if (isMet && series.some((each) => each.data.meetingId === meetingId)) return series;
    if (isMet) series = [];
  }
  return series.some((each) => each.data.meetingId === meetingId) ? series : [];
}

/** The end of the complaint, where it came before they met. */
function endedBefore(events: readonly ComplaintEvent[], series: readonly Invited[]): ComplaintEvent | undefined {
  const from = series.at(-1)?.sequence ?? 0;
  const after = events.filter(({ sequence }) => sequence > from);
  const next = after.find(({ type }) => ["MeetingRecorded", "ComplaintWithdrawn", "ComplaintClosed"].includes(type));
  return next?.type === "MeetingRecorded" ? undefined : next;
}

const ZONE = "Asia/Ho_Chi_Minh";
/** One offset since 13/06/1975, and no summer time. */
const timeZone = [
  "BEGIN:VTIMEZONE",
  `TZID:${ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19750613T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** `20260318T070000Z`. */
function inUtc(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** `20260318T140000`. */
function inVietnam(instant: string): string {
  return inUtc(new Date(Date.parse(instant) + vietnamOffsetMinutes * 60_000).toISOString()).slice(0, -1);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");
}

/** A parameter's value has no quote and no control character. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\p{Cc}]/gu, " ").trim()}"`;
}

const OCTETS_MAX = 75;

/** Lines of at most 75 octets, broken between letters. */
function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    const isFull = octets + size > OCTETS_MAX;
    text += isFull ? `\r\n ${letter}` : letter;
    octets = isFull ? 1 + size : octets + size;
  }
  return text;
}
