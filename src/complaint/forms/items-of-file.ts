import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { isOpen, type Complaint } from "../state.ts";
import type { FormOption } from "./form-field.ts";
import { roleWords, valueWord } from "./value-words.ts";

/**
 * What a field could name at all: words of the edition and items of the file, each with its name. Which of them are legal
 * now is not said here: `legal-values.ts` asks the verb. Undefined: the field is open.
 */
export function nameable(
  verb: Verb,
  field: string,
  edition: Edition,
  complaint: Complaint | null,
): FormOption[] | undefined {
  const named = wordsOfEdition[`${verb}.${field}`] ?? wordsOfEdition[field];
  if (named) return named(edition);
  return complaint === null ? undefined : itemsOfFile[field]?.(complaint, edition);
}

const wordsOfEdition: Readonly<Record<string, (edition: Edition) => FormOption[]>> = {
  channel: ({ channels }) => channels.map(byName),
  kind: ({ kinds }) => kinds.map(byName),
  service: ({ services }) => services.map(byName),
  customerClass: ({ customerClasses }) => customerClasses.map(byName),
  unit: ({ units }) => units.map(byName),
  paper: ({ papers }) => papers.map(byName),
  "register.as": ({ complainants }) => complainants.map(byName),
  "sign-paper.by": (edition) => [{ value: "customer", label: roleWord("customer", edition) }, ...rolesOf(edition)],
  "submit-resolution.to": rolesOf,
  "submit-dossier.to": rolesOf,
};

type ItemsOf = (complaint: Complaint, edition: Edition) => FormOption[];

const itemsOfFile: Readonly<Record<string, ItemsOf>> = {
  actionId: ({ actions }, edition) =>
    actions.map(({ actionId, unit }) => option(actionId, nameOf(unit, edition.units))),
  appointmentId: ({ appointments }) =>
    appointments.map(({ appointmentId, madeAt, callBackAt }) =>
      option(appointmentId, callBackAt ? `Hẹn ngày ${dayWords(callBackAt)}` : `Hẹn từ ngày ${dayWords(madeAt)}`),
    ),
  clockId: ({ clocks }, edition) =>
    clocks
      .filter(isOpen)
      .map(({ clockId, rule, dueOn }) => option(clockId, `${nameOf(rule, edition.clocks)}, hạn ${vietnamese(dueOn)}`)),
  coordinationId: ({ coordinations }, edition) =>
    coordinations.map(({ coordinationId, unit, askedAt }) =>
      option(coordinationId, `${nameOf(unit, edition.units)}, yêu cầu ngày ${dayWords(askedAt)}`),
    ),
  debtId: ({ debtsHeld }) => debtsHeld.map(({ debtId, amount }) => option(debtId, dong(amount))),
  dossierId: ({ dossiers }, edition) =>
    dossiers.map(({ dossierId, to, at }) => option(dossierId, `${roleWord(to, edition)}, trình ngày ${dayWords(at)}`)),
  linkId: ({ links }) => links.map(({ linkId, to, as }) => option(linkId, `${to} (${valueWord("link", "as", as)})`)),
  meetingId: ({ meetings }) =>
    meetings.map(({ meetingId, meetingAt }) => option(meetingId, `Ngày ${dayWords(meetingAt)}`)),
  of: whatLeft,
  paperId: ({ papers }, edition) => papers.map(({ paperId, paper }) => option(paperId, nameOf(paper, edition.papers))),
  promiseId: ({ promises }) =>
    promises.map(({ promiseId, text, dueOn }) => option(promiseId, `${text}, hạn ${vietnamese(dueOn)}`)),
  remedyId: ({ remedies }) =>
    remedies.map(({ remedyId, type, amount }) =>
      option(remedyId, `${valueWord("agree-remedy", "type", type)}: ${dong(amount)}`),
    ),
  requestId: ({ informationRequests }) =>
    informationRequests.map(({ requestId, at, wanted }) => option(requestId, `${wanted.join(", ")} (${dayWords(at)})`)),
  watchId: ({ watches }) => watches.map(({ watchId, until }) => option(watchId, `Đến ngày ${vietnamese(until)}`)),
};

/** Everything that left for the customer and may have come back. */
function whatLeft(complaint: Complaint, edition: Edition): FormOption[] {
  const { acknowledgements, informationRequests, accepted, refused, replies, meetings, papers } = complaint;
  return [
    ...acknowledgements.map((each) => option(each.acknowledgementId, `Xác nhận đã nhận, ${dayWords(each.at)}`)),
    ...informationRequests.map((each) => option(each.requestId, `Yêu cầu bổ sung, ${dayWords(each.at)}`)),
    ...(accepted ? [option(accepted.noticeId, `Thông báo chấp nhận, ${dayWords(accepted.at)}`)] : []),
    ...(refused ? [option(refused.noticeId, `Thông báo từ chối, ${dayWords(refused.at)}`)] : []),
    ...replies.map((each) => option(each.replyId, `Trả lời, ${dayWords(each.at)}`)),
    ...meetings.map((each) => option(each.meetingId, `Thư mời làm việc ngày ${dayWords(each.meetingAt)}`)),
    ...papers
      .filter(({ status }) => status === "issued")
      .map(({ paperId, paper }) => option(paperId, nameOf(paper, edition.papers))),
  ];
}

function rolesOf(edition: Edition): FormOption[] {
  return [...new Set(edition.roles.map(({ role }) => role))].map((role) => option(role, roleWord(role, edition)));
}

function roleWord(role: string, { roles }: Edition): string {
  return roles.find((each) => each.role === role)?.name ?? roleWords[role] ?? role;
}

function byName({ id, name }: { id: string; name: string }): FormOption {
  return option(id, name);
}

function nameOf(id: string, named: readonly { id: string; name: string }[]): string {
  return named.find((each) => each.id === id)?.name ?? id;
}

function option(value: string, label: string): FormOption {
  return { value, label };
}

/** The day of an instant in Vietnam, as it is written there: 12/02/2026. */
function dayWords(instant: string): string {
  return vietnamese(dayInVietnam(instant));
}

function vietnamese(day: string): string {
  return day.split("-").toReversed().join("/");
}

function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(?:\d{3})+$)/g, ".")} đ`;
}
