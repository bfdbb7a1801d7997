import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { GENERAL_ADVICE, type ReplyAdvice } from "../../procedure/pure/edition/reply-advice.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { isInTime } from "../follow/clock-due.ts";
import { rulesFor } from "../follow/triggers.ts";
import { isOpen, type Complaint } from "../state.ts";

/** How a reply stands to what the provider advises: in the pack's order. Nobody is kept from sending, or asked why. */
export type AdviceOnReply = { kept: ReplyAdvice[]; open: ReplyAdvice[]; unit: string | null };

type Reply = {
  content: string;
  promises: readonly { dueOn: string }[];
  /** When it leaves. */
  at: string;
};

/** Decided by words and days that stand in the reply alone; an edition without advice of its own is given the general one. */
export function adviceOn(reply: Reply, complaint: Complaint, edition: Edition): AdviceOnReply {
  const { checks, wordsMax } = edition.replyAdvice ?? GENERAL_ADVICE;
  const text = plain(reply.content);
  const isKept: Record<ReplyAdvice, () => boolean> = {
    thanks: () => says(text, thanks),
    owns: () => says(text, owning) && !says(text, excuses),
    date: () => reply.promises.length > 0 || namesDay(withoutReceipt(text, complaint)),
    "own-words": () => isAbout(text, complaint),
    short: () => wordsIn(text).length <= wordsMax,
    "in-time": () => isReplyInTime(reply.at, complaint, edition),
  };
  const kept = checks.filter((each) => isKept[each]());
  return { kept, open: checks.filter((each) => !kept.includes(each)), unit: complaint.unit };
}

// Without tone marks, since not everybody types them.
const thanks = ["cam on", "tri an", "thank"];
const owning = [
  "xin loi",
  "nhan loi",
  "rat tiec",
  "so suat",
  "trach nhiem",
  "thieu sot",
  "da kiem tra",
  "da khac phuc",
  "sorry",
  "apolog",
];
const excuses = [
  "ngoai y muon",
  "ngoai tam kiem soat",
  "khong phai loi cua",
  "loi do quy khach",
  "loi cua quy khach",
  "do quy khach khong",
  "bat kha khang",
  "not our fault",
  "beyond our control",
];

function says(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => ` ${text}`.includes(` ${phrase}`));
}

/** `25/11`, `25/11/2026`, `ngày 25 tháng 11`, `2026-11-25`, `trước 17 giờ`, `within 2 days`. */
function namesDay(text: string): boolean {
  return /\d{1,2}\/\d{1,2}|\d{4}-\d{2}-\d{2}|ngay \d{1,2} thang|\d{1,2} gio|\d{1,2}h\d{0,2}|\d{1,2} (ngay|days|hours)/.test(
    text,
  );
}

/** That a complaint was received on a day says nothing of what is done by which. */
function withoutReceipt(text: string, { receivedAt, number }: Complaint): string {
  const [year = "", month = "", date = ""] = dayInVietnam(receivedAt).split("-");
  return text
    .replaceAll(`${date}/${month}/${year}`, "")
    .replaceAll(`${Number(date)}/${Number(month)}/${year}`, "")
    .replaceAll(number.toLowerCase(), "");
}

/** So many neighbouring words of the customer's own must come back in a reply; of a shorter complaint, one. */
const PAIRS_MIN = 2;

function isAbout(text: string, { content, remedySought = "" }: Complaint): boolean {
  const told = pairs(plain(`${content} ${remedySought}`));
  const shared = pairs(text).intersection(told).size;
  return shared >= Math.min(PAIRS_MIN, told.size);
}

/** Single syllables of Vietnamese say little. */
function pairs(text: string): Set<string> {
  const words = wordsIn(text);
  return new Set(words.slice(1).map((word, place) => `${words[place] ?? ""} ${word}`));
}

function wordsIn(text: string): string[] {
  return text.split(/[^a-z0-9]+/).filter(Boolean);
}

/** No promise or duty that a reply ends is late. */
function isReplyInTime(at: string, complaint: Complaint, edition: Edition): boolean {
  const replied = rulesFor("ReplyGiven", edition).filter(({ stop }) => stop.some(({ on }) => on === "ReplyGiven"));
  return complaint.clocks
    .filter((clock) => isOpen(clock) && clock.origin !== "internal" && replied.some(({ id }) => id === clock.rule))
    .every((clock) => isInTime(at, clock));
}

/** Lower case, without tone marks. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll(/\s+/g, " ");
}
