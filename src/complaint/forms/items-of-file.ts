import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { bothNames, type Named } from "../../procedure/pure/edition/english.ts";
import { isForCustomers, isOutgoing } from "../../procedure/pure/edition/channel-use.ts";
import type { Move } from "../../procedure/pure/edition/stages.ts";
import type { Verb } from "../../procedure/pure/vocabulary.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { roleName, whoInWords } from "../../procedure/pure/words/who-in-words.ts";
import { isOpen, type Complaint } from "../state.ts";
import { named, type FormOption, type Words } from "./form-field.ts";
import { valueWord } from "./value-words.ts";

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
  const known = wordsOfEdition[`${verb}.${field}`] ?? wordsOfEdition[field];
  if (known) return known(edition, complaint?.unit ?? undefined);
  return complaint === null ? undefined : itemsOfFile[field]?.(complaint, edition);
}

/** By these something leaves for the customer. */
export const outgoingVerbs: ReadonlySet<Verb> = new Set<Verb>([
  "acknowledge",
  "request-information",
  "accept",
  "refuse",
  "invite",
  "reply",
  "inform-of-outside-remedies",
  "issue-paper",
]);

/** `unit`: the one in charge, by whose names its roles are called. */
const wordsOfEdition: Readonly<Record<string, (edition: Edition, unit: string | undefined) => FormOption[]>> = {
  channel: ({ channels }) => channels.map(byName),
  kind: ({ kinds }) => kinds.map(byName),
  service: ({ services }) => services.map(byName),
  customerClass: ({ customerClasses }) => customerClasses.map(byName),
  ...Object.fromEntries(
    [...outgoingVerbs].map((verb) => [
      `${verb}.channel`,
      ({ channels }: Edition) => channels.filter(isOutgoing).map(byName),
    ]),
  ),
  "record-verdict.channel": ({ channels }) => channels.filter(isForCustomers).map(byName),
  unit: ({ units }) => units.map(byName),
  paper: ({ papers }) => papers.map(byName),
  "register.as": ({ complainants }) => complainants.map(byName),
  "sign-paper.by": (edition, unit) => [
    { value: "customer", label: roleWord("customer", edition) },
    ...rolesOf(edition, unit),
  ],
  "submit-resolution.to": (edition, unit) => decidersOf("approve-resolution", edition, unit),
  "submit-dossier.to": (edition, unit) => decidersOf("give-direction", edition, unit),
};

type ItemsOf = (complaint: Complaint, edition: Edition) => FormOption[];

const itemsOfFile: Readonly<Record<string, ItemsOf>> = {
  actionId: ({ actions }, edition) =>
    actions.map(({ actionId, unit }) => option(actionId, nameOf(unit, edition.units))),
  appointmentId: ({ appointments }) =>
    appointments.map(({ appointmentId, madeAt, callBackAt }) =>
      option(
        appointmentId,
        callBackAt
          ? both`${["Hẹn ngày", "For"]} ${dayWords(callBackAt)}`
          : both`${["Hẹn từ ngày", "Made on"]} ${dayWords(madeAt)}`,
      ),
    ),
  clockId: ({ clocks }, edition) =>
    clocks
      .filter(isOpen)
      .map(({ clockId, rule, dueOn }) =>
        option(clockId, both`${nameOf(rule, edition.clocks)}, ${due} ${vietnamese(dueOn)}`),
      ),
  coordinationId: ({ coordinations }, edition) =>
    coordinations.map(({ coordinationId, unit, askedAt }) =>
      option(
        coordinationId,
        both`${nameOf(unit, edition.units)}, ${["yêu cầu ngày", "asked on"]} ${dayWords(askedAt)}`,
      ),
    ),
  debtId: ({ debtsHeld }) => debtsHeld.map(({ debtId, amount }) => option(debtId, dong(amount))),
  dossierId: ({ dossiers }, edition) =>
    dossiers.map(({ dossierId, to, at }) =>
      option(dossierId, both`${roleWord(to, edition)}, ${["trình ngày", "submitted on"]} ${dayWords(at)}`),
    ),
  linkId: ({ links }) =>
    links.map(({ linkId, to, as }) => option(linkId, both`${to} (${valueWord("link", "as", as)})`)),
  meetingId: ({ meetings }) =>
    meetings.map(({ meetingId, meetingAt }) => option(meetingId, both`${["Ngày", "On"]} ${dayWords(meetingAt)}`)),
  of: whatLeft,
  paperId: ({ papers }, edition) => papers.map(({ paperId, paper }) => option(paperId, nameOf(paper, edition.papers))),
  replaces: issuedPapers,
  corrects: issuedPapers,
  scanOf: issuedPapers,
  promiseId: ({ promises }) =>
    promises.map(({ promiseId, text, dueOn }) => option(promiseId, both`${text}, ${due} ${vietnamese(dueOn)}`)),
  remedyId: ({ remedies }) =>
    remedies.map(({ remedyId, type, amount }) =>
      option(remedyId, both`${valueWord("agree-remedy", "type", type)}: ${dong(amount)}`),
    ),
  requestId: ({ informationRequests }) =>
    informationRequests.map(({ requestId, at, wanted }) =>
      option(requestId, both`${wanted.join(", ")} (${dayWords(at)})`),
    ),
  watchId: ({ watches }) =>
    watches.map(({ watchId, until }) => option(watchId, both`${["Đến ngày", "Until"]} ${vietnamese(until)}`)),
};

/** Everything that left for the customer and may have come back. */
function whatLeft(complaint: Complaint, edition: Edition): FormOption[] {
  const { acknowledgements, informationRequests, accepted, refused, replies, meetings } = complaint;
  return [
    ...acknowledgements.map((each) =>
      option(each.acknowledgementId, both`${["Xác nhận đã nhận", "Acknowledgement"]}, ${dayWords(each.at)}`),
    ),
    ...informationRequests.map((each) =>
      option(each.requestId, both`${["Yêu cầu bổ sung", "Request for information"]}, ${dayWords(each.at)}`),
    ),
    ...(accepted
      ? [option(accepted.noticeId, both`${["Thông báo chấp nhận", "Notice of acceptance"]}, ${dayWords(accepted.at)}`)]
      : []),
    ...(refused
      ? [option(refused.noticeId, both`${["Thông báo từ chối", "Notice of refusal"]}, ${dayWords(refused.at)}`)]
      : []),
    ...replies.map((each) => option(each.replyId, both`${["Trả lời", "Reply"]}, ${dayWords(each.at)}`)),
    ...meetings.map((each) =>
      option(each.meetingId, both`${["Thư mời làm việc ngày", "Invitation for"]} ${dayWords(each.meetingAt)}`),
    ),
    ...issuedPapers(complaint, edition),
  ];
}

/** By their numbers, since several of one name may have left. */
function issuedPapers({ papers }: Pick<Complaint, "papers">, edition: Edition): FormOption[] {
  return papers
    .filter(({ status }) => status === "issued")
    .map(({ paperId, paper, letterNumber }) => {
      const name = nameOf(paper, edition.papers);
      return option(paperId, letterNumber === undefined ? name : both`${name} ${["số", "no."]} ${letterNumber}`);
    });
}

function rolesOf(edition: Edition, unit: string | undefined): FormOption[] {
  return [...new Set(edition.roles.map(({ role }) => role))].map((role) => option(role, roleWord(role, edition, unit)));
}

/** The roles to whom the pack gives the decision, wherever it does. */
function decidersOf(verb: Verb, edition: Edition, unit: string | undefined): FormOption[] {
  const moves: Move[] = [...edition.stages.flatMap((stage) => stage.moves), ...edition.anywhere];
  const by = moves.filter((move) => move.verb === verb).flatMap((move) => move.by.map((who) => who.split("@")[0]));
  return rolesOf(edition, unit).filter(({ value }) => by.includes(String(value)));
}

function roleWord(role: string, edition: Edition, unit?: string): Words {
  const isNamedHere = unit !== undefined && roleName(role, unit, edition.roles) !== undefined;
  return whoInWords(isNamedHere ? `${role}@${unit}` : role, edition);
}

function byName(entry: Named & { id: string }): FormOption {
  return option(entry.id, bothNames(entry));
}

function nameOf(id: string, named: readonly (Named & { id: string })[]): Words {
  return bothNames(named.find((each) => each.id === id) ?? { name: id });
}

function option(value: string, label: string | Words): FormOption {
  return { value, label: typeof label === "string" ? named(label) : label };
}

const due = ["hạn", "due"] as const;

/** One sentence in both languages: a pair stands for its Vietnamese and its English, a text for itself. */
function both(texts: TemplateStringsArray, ...parts: (string | Words | readonly [vi: string, en: string])[]): Words {
  const told = (language: "vi" | "en") => texts.map((text, place) => text + partIn(language, parts[place])).join("");
  return { vi: told("vi"), en: told("en") };
}

function partIn(language: "vi" | "en", part: string | Words | readonly [vi: string, en: string] = ""): string {
  if (typeof part === "string") return part;
  return "vi" in part ? part[language] : part[language === "vi" ? 0 : 1];
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
