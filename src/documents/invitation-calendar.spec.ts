import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { did, march } from "../../tests/support/given.ts";
import { paperAsked } from "../../tests/support/paper-file.ts";
import { loadEditions } from "../procedure/load/load-editions.ts";
import type { NewEvent } from "../complaint/events/event.ts";
import { invitationCalendar } from "./invitation-calendar.ts";

const loaded = loadEditions([`${import.meta.dirname}/../../procedures`]);
assert.ok(loaded.ok);
const edition = loaded.registry.editions().find(({ ref }) => ref.organisation === "bkns");
const paper = edition?.papers.find(({ id }) => id === "invitation");
assert.ok(edition && paper);

/** The file of Lê Minh up to the first invitation, and what happened then. */
function fileWith(...then: NewEvent[]) {
  assert.ok(edition && paper);
  const { complaint, events } = paperAsked(edition, paper);
  const first = events.findIndex(({ type }) => type === "CustomerInvited");
  const [registered] = events;
  assert.ok(registered);
  const after = [...events.slice(first, first + 1), ...then].map((fact, place) => ({
    ...registered,
    ...fact,
    sequence: place + 2,
  }));
  return { complaint, events: [registered, ...after] as typeof events, edition };
}

const anew = did("CustomerInvited", {
  meetingId: "g-2",
  meetingAt: march(20, "08:30"),
  meetingOn: "2026-03-20",
  place: "Tầng 5, Toà nhà 169 Nguyễn Ngọc Vũ; phường Trung Hòa, quận Cầu Giấy, TP Hà Nội",
  channel: "email",
  written: true,
  round: 1,
});
const met = did("MeetingRecorded", { meetingId: "g-2", outcome: "signed", agreed: true, result: "?", attachments: [] });
const closed = did("ComplaintClosed", { outcome: "agreed" });

const linesOf = (text: string | undefined) => text?.replaceAll("\r\n ", "").split("\r\n") ?? [];
const told = (text: string | undefined) =>
  linesOf(text).filter((line) => /^(METHOD|UID|SEQUENCE|STATUS|DTSTART;)/.test(line));

describe("an invitation for the customer's calendar", () => {
  it("is one entry in Vietnam's time, as RFC 5545 writes it", () => {
    assert.deepEqual(linesOf(invitationCalendar("g-1", fileWith())), [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Hoi Am//Giay moi//VI",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VTIMEZONE",
      "TZID:Asia/Ho_Chi_Minh",
      "BEGIN:STANDARD",
      "DTSTART:19750613T000000",
      "TZOFFSETFROM:+0700",
      "TZOFFSETTO:+0700",
      "TZNAME:+07",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "UID:bkns-g-1@hoi-am",
      "SEQUENCE:0",
      "DTSTAMP:20260302T020000Z",
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20260318T140000",
      "SUMMARY:Làm việc với BKNS về khiếu nại số KN-2026-000123",
      "LOCATION:Phòng tiếp khách\\, tầng 2",
      'ORGANIZER;CN="Công ty Cổ phần Giải pháp mạng Bạch Kim – BKNS":invalid:nomail',
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("is the same entry at another time where the customer is invited anew, whichever of the two is asked for", () => {
    const expected = [
      "METHOD:PUBLISH",
      "UID:bkns-g-1@hoi-am",
      "SEQUENCE:1",
      "DTSTART;TZID=Asia/Ho_Chi_Minh:20260320T083000",
      "STATUS:CONFIRMED",
    ];
    assert.deepEqual(told(invitationCalendar("g-1", fileWith(anew))), expected);
    assert.deepEqual(told(invitationCalendar("g-2", fileWith(anew))), expected);
  });

  it("is cancelled where the complaint ended before they met, and stays where they had met", () => {
    const cancelled = told(invitationCalendar("g-2", fileWith(anew, closed)));
    assert.deepEqual([cancelled[0], cancelled[2], cancelled[4]], ["METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"]);
    const kept = told(invitationCalendar("g-2", fileWith(anew, met, closed)));
    assert.deepEqual([kept[0], kept[2], kept[4]], ["METHOD:PUBLISH", "SEQUENCE:1", "STATUS:CONFIRMED"]);
  });

  it("has no line of more than 75 octets, and no letter broken apart", () => {
    const text = invitationCalendar("g-2", fileWith(anew)) ?? "";
    const lines = text.split("\r\n");
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
    assert.ok(lines.some((line) => line.startsWith(" ")));
    assert.ok(!text.includes("�"));
    const location = linesOf(text).find((line) => line.startsWith("LOCATION:"));
    assert.equal(
      location,
      "LOCATION:Tầng 5\\, Toà nhà 169 Nguyễn Ngọc Vũ\\; phường Trung Hòa\\, quận Cầu Giấy\\, TP Hà Nội",
    );
  });

  it("is there of no meeting that nobody was invited to", () => {
    assert.equal(invitationCalendar("g-9", fileWith()), undefined);
  });
});
