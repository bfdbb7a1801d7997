import { valueInWords } from "./filled-in-words.ts";
import type { PaperKind } from "../procedure/pure/vocabulary.ts";
import { dayInVietnam } from "../procedure/pure/vietnam.ts";
import { dayWithWeekday, instantInFull, plainDay } from "./days-in-words.ts";
import { joined, lastOf, lastReply, nameIn, unitName, type PaperFacts } from "./paper-facts.ts";
import { moneyInWords } from "./money-in-words.ts";
import { missingLabels, promiseLines, textValues } from "./text-values.ts";

type Value = (facts: PaperFacts) => string;

/**
 * What stands beside an item of a form, by the pack's id for it: what the file says, or null where it is left to be filled in by
 * hand. An item that the program does not know may be one of the pack's own fields.
 */
export function fieldValue(id: string, kind: PaperKind, facts: PaperFacts): string | null {
  // What was written into the pack's own field of that name comes before what the file says of it elsewhere.
  const filled = valueInWords(id, facts.complaint.filled[id], facts.edition);
  const value = ofKind[kind]?.[id]?.(facts) ?? (filled === "" ? (ofFile[id]?.(facts) ?? "") : filled);
  return value === "" ? null : value;
}

const customerLines: Value = ({ complaint: { customer, complainant } }) =>
  joined(
    [
      customer.name,
      customer.address,
      customer.phone,
      customer.email,
      complainant.name === customer.name ? undefined : complainant.name,
    ],
    "\n",
  );

/** Items that mean the same on every paper. */
const ofFile: Readonly<Record<string, Value>> = {
  number: ({ complaint }) => complaint.number,
  "received-on": ({ complaint }) => instantInFull(complaint.receivedAt),
  customer: customerLines,
  "contact-person": ({ complaint: { customer, complainant } }) => complainant.name ?? customer.name ?? "",
  email: ({ complaint }) => complaint.customer.email ?? "",
  phone: ({ complaint }) => complaint.customer.phone ?? "",
  service: ({ complaint: { classification, customer }, edition }) =>
    joined([nameIn(edition.services, classification?.service), customer.contract, customer.serviceNumber], ", "),
  content: ({ complaint }) => complaint.content ?? "",
  opinion: ({ complaint, edition }) => nameIn(edition.kinds, complaint.classification?.kind),
  channel: ({ complaint, edition }) => nameIn(edition.channels, complaint.channel),
  "remedy-sought": ({ complaint }) => complaint.remedySought ?? "",
  vouchers: ({ complaint }) => complaint.attachments.map(({ name }) => name).join(", "),
  // What came in by itself is received by whoever took it on.
  receiver: ({ complaint, events, names }) => {
    const by = events[0]?.actor;
    return names.get((by?.kind === "person" ? by.personId : complaint.ownerId) ?? "") ?? "";
  },
  unit: ({ complaint, edition }) => unitName(edition, complaint.unit),
  status: ({ complaint, edition }) => nameIn(edition.stages, complaint.stage),
  missing: ({ complaint, edition }) => missingLabels(complaint, edition),
  promises: (facts) => promisesInRows(facts),
  "outside-remedies": (facts) => textValues(facts).outsideWays,
  conclusion: (facts) => lastOf(facts, "FindingRecorded")?.data.cause ?? "",
  cause: (facts) => lastOf(facts, "FindingRecorded")?.data.cause ?? "",
  measure: (facts) => textValues(facts).resolution,
  result: (facts) => lastReply(facts)?.data.content ?? "",
  agreement: (facts) =>
    joined([lastReply(facts)?.data.content, labelled("Khoản điều chỉnh", textValues(facts).remedies)], "\n"),
};

const ofCoordination: Readonly<Record<string, Value>> = {
  unit: (facts) => unitName(facts.edition, lastOf(facts, "CoordinationRequested")?.data.unit),
  information: (facts) =>
    Object.entries(lastOf(facts, "CoordinationRequested")?.data.information ?? {})
      .map(([id, value]) => `${nameIn(facts.edition.fields, id) || id}: ${valueInWords(id, value, facts.edition)}`)
      .join("\n"),
  "due-on": (facts) => {
    const asked = lastOf(facts, "CoordinationRequested")?.data;
    const clock = facts.complaint.clocks.findLast(
      ({ scope, scopeId }) => scope === "coordination" && scopeId === asked?.coordinationId,
    );
    const dueOn = asked?.dueOn ?? clock?.dueOn;
    return dueOn === undefined ? "" : dayWithWeekday(dueOn);
  },
  measure: (facts) => lastOf(facts, "CoordinationAnswered")?.data.measure ?? "",
  "repair-on": (facts) => dayIfAny(lastOf(facts, "CoordinationAnswered")?.data.promisedRepairOn),
};

/** Items that mean something else on papers of one kind. */
const ofKind: Readonly<Partial<Record<PaperKind, Readonly<Record<string, Value>>>>> = {
  acknowledgement: {
    "received-on": ({ complaint }) => plainDay(dayInVietnam(complaint.receivedAt)),
    promises: (facts) => promisesInRows(facts, { isAfterReceipt: true }),
  },
  receipt: {
    number: ({ letterNumber }) => letterNumber ?? "",
    promises: (facts) => promisesInRows(facts, { isAfterReceipt: true }),
  },
  "coordination-slip": ofCoordination,
  proposal: {
    reduction: ({ complaint: { remedies } }) => remedies.map(({ amount }) => moneyInWords(amount)).join(", "),
  },
  "meeting-minutes": {
    present: ({ complaint: { customer }, edition }) =>
      joined([customer.name && `Khách hàng: ${customer.name}`, `Đại diện ${edition.organisation.shortName}:`], "\n"),
    result: (facts) => textValues(facts).meetingResult,
    "not-signed": (facts) => {
      const outcome = lastOf(facts, "MeetingRecorded")?.data.outcome;
      return outcome === "refused-to-sign" ? "Từ chối ký" : outcome === "absent" ? "Vắng mặt" : "Không";
    },
    witness: (facts) => lastOf(facts, "MeetingRecorded")?.data.witness ?? "",
  },
  dossier: {
    history: ({ complaint, edition, events }) =>
      joined(
        [
          `Tiếp nhận ${instantInFull(complaint.receivedAt)}, ${nameIn(edition.channels, complaint.channel)}.`,
          ...events.flatMap((event) =>
            event.type === "ReplyGiven" ? [`Trả lời ${instantInFull(event.occurredAt)}: ${event.data.content}`] : [],
          ),
        ],
        "\n",
      ),
    "customer-opinion": ({ complaint: { verdict } }) =>
      verdict === null ? "" : joined([verdictInWords[verdict.accepts], satisfactionInWords(verdict.satisfied)], ", "),
    // What is asked, where the pack asks for it in so many words; else what the file was submitted with.
    "question-to-board": (facts) =>
      valueInWords("question-to-board", facts.complaint.filled["question-to-board"], facts.edition) ||
      textValues(facts).dossier,
  },
  "corrective-order": {
    cause: (facts) => lastOf(facts, "CorrectiveActionOrdered")?.data.cause ?? "",
    action: (facts) => textValues(facts).action,
    responsible: (facts) => unitName(facts.edition, lastOf(facts, "CorrectiveActionOrdered")?.data.unit),
    unit: (facts) => unitName(facts.edition, lastOf(facts, "CorrectiveActionOrdered")?.data.unit),
    "due-on": (facts) => dayIfAny(lastOf(facts, "CorrectiveActionOrdered")?.data.dueOn),
  },
  "closing-slip": {
    result: (facts) => lastReply(facts)?.data.content ?? confirmedOnCall(facts),
    measure: (facts) => textValues(facts).handling,
    satisfied: ({ complaint: { verdict } }) => (verdict === null ? "" : verdictInWords[verdict.accepts]),
  },
  lesson: {
    "what-happened": ({ complaint }) => complaint.content ?? "",
    cause: (facts) => lastOf(facts, "LessonRecorded")?.data.cause ?? "",
    lesson: (facts) => textValues(facts).lesson,
    prevention: (facts) => lastOf(facts, "LessonRecorded")?.data.prevention ?? "",
  },
};

function promisesInRows(facts: PaperFacts, { isAfterReceipt = false } = {}): string {
  return promiseLines(facts, { isAfterReceipt })
    .map(({ label, value }) => `${label}: ${value}`)
    .join("\n");
}

/** Empty where there is nothing to label. */
function labelled(label: string, value: string): string {
  return value === "" ? "" : `${label}: ${value}`;
}

/** Who found it mended when they were called back got no further reply. */
function confirmedOnCall(facts: PaperFacts): string {
  const called = lastOf(facts, "CustomerCalledBack");
  return called?.data.outcome === "fixed"
    ? `Khách hàng xác nhận đã khắc phục khi được gọi lại lúc ${instantInFull(called.occurredAt)}.`
    : "";
}

function satisfactionInWords(satisfied: string | undefined): string {
  return satisfied === "no" ? "không hài lòng" : satisfied === "yes" ? "hài lòng" : "";
}

const verdictInWords = { yes: "Đồng ý", no: "Không đồng ý", silent: "Chưa có ý kiến" } as const;

function dayIfAny(day: string | undefined): string {
  return day === undefined ? "" : dayWithWeekday(day);
}
