import { valueWord } from "../complaint/forms/value-words.ts";
import type { Complaint } from "../complaint/state.ts";
import { missingWords } from "../complaint/forms/missing-words.ts";
import type { LetterVariable } from "../procedure/pure/letters/letter-texts.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import type { Paper } from "../procedure/pure/edition/papers.ts";
import type { OutsideWay, PaperKind, RemedyType } from "../procedure/pure/vocabulary.ts";
import { promisedAfterReceipt, promisedDays } from "../projections/customer-view/promises.ts";
import { dayWithWeekday, instantInFull, plainDay, termEnd } from "./days-in-words.ts";
import { moneyInWords } from "./money-in-words.ts";
import { matterOf } from "./matter.ts";
import { joined, lastOf, lastReply, nameIn, type PaperFacts } from "./paper-facts.ts";

/** What the texts of letters may name, as this file has it; empty where it has nothing. */
export function textValues(facts: PaperFacts): Record<LetterVariable, string> {
  const { complaint, edition, names } = facts;
  const { customer, content, receivedAt, ownerId } = complaint;
  return {
    organisation: edition.organisation.shortName,
    number: complaint.number,
    receivedAt: instantInFull(receivedAt),
    receivedOn: plainDay(dayInVietnam(receivedAt)),
    service: nameIn(edition.services, complaint.classification?.service),
    channel: nameIn(edition.channels, complaint.channel),
    customerName: customer.name ?? complaint.complainant.name ?? "",
    content: asSentence(content ?? ""),
    helplines: joined(
      // A number stays on one line.
      edition.channels.map(({ type, address }) => (type === "phone" ? address?.replaceAll(" ", "\u00a0") : undefined)),
      ", ",
    ),
    owner: ownerId === null ? "" : (names.get(ownerId) ?? ""),
    promises: promisesInText(facts),
    answerDueOn: answerDueOn(facts),
    missing: saysLast(facts) ? "" : missingLabels(complaint, edition),
    outsideWays: complaint.classification?.complaint === false ? "" : edition.outsideWays.map(wayInWords).join(", "),
    ...toldToCustomer(facts),
    ...settled(facts),
    ...metWith(facts),
    ...inside(facts),
  };
}

/** The same for one paper: what says that the complaint has arrived does not promise it, and who wrote a mail is reminded of it in a few words. */
export function textValuesOn(
  { kind }: Pick<Paper, "kind">,
  facts: PaperFacts,
  { isToCustomer }: { isToCustomer: boolean },
): Record<LetterVariable, string> {
  const values = textValues(facts);
  return {
    ...values,
    ...(saysReceived(kind) && { promises: promisesInText(facts, { isAfterReceipt: true }) }),
    ...(isToCustomer && { content: asSentence(matterOf(facts.complaint, facts.edition)) }),
  };
}

/** Whether a paper itself says that the complaint has arrived. */
function saysReceived(kind: PaperKind): boolean {
  return kind === "receipt" || kind === "acknowledgement";
}

function promisesInText(facts: PaperFacts, { isAfterReceipt = false } = {}): string {
  return promiseLines(facts, { isAfterReceipt })
    .map(({ label, value }) => `${label}: ${value}`)
    .join("; ");
}

/** The days promised, each under the provider's name for it, the earliest first; what no promise but the law says, as the law's. */
export function promiseLines(
  { complaint, edition, now }: PaperFacts,
  { isAfterReceipt = false } = {},
): { label: string; value: string }[] {
  const promised = isAfterReceipt ? promisedAfterReceipt : promisedDays;
  return promised(complaint, { edition, now }).map(({ purpose, rule, origin, dueAt }) => ({
    label: `${nameIn(edition.clocks, rule) || purpose}${origin === "law" ? " (theo pháp luật)" : ""}`,
    value: termEnd(dueAt),
  }));
}

/** A final answer asks for nothing more. */
function saysLast(facts: PaperFacts): boolean {
  const reply = lastReply(facts);
  return reply?.type === "ReplyGiven" && reply.data.final;
}

/** What the customer has not provided yet. Of what kind it is, the provider finds out. */
export function missingLabels({ missing }: Complaint, edition: PaperFacts["edition"]): string {
  return missing
    .filter((id) => id !== "kind")
    .map((id) => missingWords(id, edition).label.vi)
    .join(", ");
}

function answerDueOn({ complaint, edition, now }: PaperFacts): string {
  const resolve = promisedDays(complaint, { edition, now }).find(
    ({ purpose }) => purpose === "resolve" || purpose === "result",
  );
  return resolve ? dayWithWeekday(resolve.dueOn) : "";
}

function asSentence(said: string): string {
  const text = said.trim();
  return text === "" || /[.!?…:;]$/.test(text) ? text : `${text}.`;
}

type Values<K extends LetterVariable> = Record<K, string>;

function toldToCustomer(
  facts: PaperFacts,
): Values<
  | "wanted"
  | "wantedMessage"
  | "acceptedOn"
  | "acceptance"
  | "refusalReason"
  | "refusalBasis"
  | "refusal"
  | "counted"
  | "authority"
> {
  const asked = lastOf(facts, "InformationRequested");
  const accepted = lastOf(facts, "ComplaintAccepted");
  const refused = lastOf(facts, "ComplaintRefused")?.data;
  const { edition, complaint } = facts;
  const { timeBar } = complaint;
  return {
    wanted: asked?.data.wanted.map((each) => missingWords(each, edition).label.vi).join(", ") ?? "",
    wantedMessage: asked?.data.message ?? "",
    acceptedOn: accepted ? plainDay(dayInVietnam(accepted.occurredAt)) : "",
    acceptance: accepted?.data.message ?? "",
    refusalReason: refused === undefined ? "" : valueWord("refuse", "reason", refused.reason).vi,
    refusalBasis: refused?.basis ?? "",
    refusal: refused?.message ?? "",
    counted:
      refused?.reason === "time-barred" && timeBar?.barred === true
        ? `Thời hiệu tính từ ngày ${plainDay(timeBar.eventOn)}, đến hết ngày ${plainDay(timeBar.lastOn)}.`
        : "",
    authority:
      complaint.forwardedByAuthority ??
      lastOf(facts, "AuthorityReported")?.data.authority ??
      complaint.authority.at(-1)?.authority ??
      "",
  };
}

function settled(facts: PaperFacts): Values<"reply" | "repliedOn" | "round" | "cause" | "commitments" | "remedies"> {
  const reply = lastReply(facts);
  const { promises, remedies, round } = facts.complaint;
  return {
    reply: reply?.data.content ?? "",
    repliedOn: reply ? plainDay(dayInVietnam(reply.occurredAt)) : "",
    round: round > 1 ? ` (lần ${round})` : " ",
    cause: withoutStop(causeFound(facts)),
    commitments: promises.map(({ text, dueOn }) => `${text} (trước hết ${dayWithWeekday(dueOn)})`).join("; "),
    remedies: remedies
      .filter(isSure)
      .map(({ type, amount }) => `${remedyInWords[type as RemedyType]} ${moneyInWords(amount)}`)
      .join("; "),
  };
}

/** What was found, or what the unit that was asked told of it: for whoever chooses to tell it; no text of ours does. */
function causeFound(facts: PaperFacts): string {
  return lastOf(facts, "FindingRecorded")?.data.cause ?? lastOf(facts, "CoordinationAnswered")?.data.cause ?? "";
}

/** For the middle of a sentence of ours, which ends by itself. */
function withoutStop(said: string): string {
  return said.trim().replace(/[.;]$/, "");
}

/** What still waits for somebody's approval is no promise. */
function isSure({ status, needsApproval }: Complaint["remedies"][number]): boolean {
  return status === "done" || status === "approved" || (status === "agreed" && !needsApproval);
}

function metWith(facts: PaperFacts): Values<"meetingAt" | "place" | "meetingResult"> {
  const invited = lastOf(facts, "CustomerInvited");
  const met = lastOf(facts, "MeetingRecorded");
  const at = invited?.data.meetingAt ?? met?.occurredAt;
  return {
    meetingAt: at === undefined ? "" : instantInFull(at),
    place: invited?.data.place ?? "",
    meetingResult: met?.data.result ?? "",
  };
}

function inside(facts: PaperFacts): Values<"question" | "resolution" | "dossier" | "action" | "handling" | "lesson"> {
  return {
    question: asSentence(lastOf(facts, "CoordinationRequested")?.data.question ?? ""),
    resolution: lastOf(facts, "ResolutionProposed")?.data.content ?? "",
    dossier: lastOf(facts, "DossierSubmitted")?.data.summary ?? "",
    action: lastOf(facts, "CorrectiveActionOrdered")?.data.action ?? "",
    handling: lastOf(facts, "HandlingRecorded")?.data.method ?? lastReply(facts)?.data.content ?? "",
    lesson: lastOf(facts, "LessonRecorded")?.data.lesson ?? "",
  };
}

function wayInWords({ id }: { id: OutsideWay }): string {
  return waysInWords[id];
}

const waysInWords: Record<OutsideWay, string> = {
  "consumer-authority": "cơ quan bảo vệ quyền lợi người tiêu dùng",
  "consumer-organisation": "tổ chức bảo vệ quyền lợi người tiêu dùng",
  arbitration: "Trọng tài",
  court: "Tòa án",
};

const remedyInWords: Record<RemedyType, string> = {
  "charge-reduction": "giảm trừ cước",
  refund: "hoàn tiền",
  compensation: "bồi thường",
};
