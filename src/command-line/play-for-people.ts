import { chosenMove } from "../complaint/moves.ts";
import { isRefusal } from "../complaint/refusal.ts";
import type { Clock } from "../complaint/state.ts";
import { verbRules } from "../complaint/verbs.ts";
import type { ComplaintEvent } from "../complaint/events/event.ts";
import { isWait, type DoStep, type Example } from "../examples/examples-file.ts";
import { missesOf } from "../examples/expectations.ts";
import { actorOf, type PlayedStep } from "../examples/play-example.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Source } from "../procedure/pure/edition/source.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import { formatTermVietnamese, parseTerm } from "../procedure/pure/term/term.ts";
import { dayIn, momentIn } from "./due-for-people.ts";
import { verbWords } from "../procedure/pure/verb-words.ts";

const columns = 100;

/** An example as a story that a complaint officer reads and checks: what was done, by whom, and what it brought. */
export function playForPeople(
  example: Example,
  played: readonly PlayedStep[],
  { edition, offsetMinutes }: { edition: Edition; offsetMinutes: number },
): string {
  const { header, organisation } = edition;
  const about = [organisation.shortName, header.number ?? header.title, `hiệu lực ${shortDay(header.effectiveOn)}`];
  const lines = [
    ...wrapped(example.name, 0),
    ...wrapped(about.join(" · "), 0),
    ...(example.story === undefined ? [] : wrapped(example.story, 0)),
    ...wrapped(`Minh họa: ${example.rows.join(", ")}`, 0),
    ...played.flatMap((each, index) => ["", ...stepLines(each, { index, edition, offsetMinutes })]),
    "",
    "Các thời hạn",
    ...(played.at(-1)?.complaint?.clocks ?? []).flatMap((clock) =>
      wrapped(`${clockName(clock.rule, edition)}: ${dueOf(clock, offsetMinutes)} – ${endOf(clock, offsetMinutes)}`, 2),
    ),
    "",
    ...verdictLines(played, { example, offsetMinutes }),
  ];
  return lines.join("\n");
}

type Telling = { index: number; edition: Edition; offsetMinutes: number };

function stepLines(played: PlayedStep, telling: Telling): string[] {
  const { step, at, fired, events, refusal, mistake, before } = played;
  const { edition, offsetMinutes } = telling;
  const alarms = fired.flatMap((event) => alarmLines(event, telling));
  if (isWait(step)) return [...alarms, ...wrapped(`${momentIn("vi", at, offsetMinutes)}  Không ai làm gì.`, 0)];
  const late = step.occurredAt === undefined ? "" : ` (việc xảy ra ${momentIn("vi", step.occurredAt, offsetMinutes)})`;
  const title = `${momentIn("vi", at, offsetMinutes)}  ${whoIn(edition, step.by)}: ${actionName(played, step)}${late}`;
  const said = saidIn(step, edition).flatMap((line) => wrapped(line, 4));
  const outcome = refusal ? wrapped(`✗ Không được: ${refusal.vi}`, 4) : [];
  const wrong = mistake === null ? [] : wrapped(`✗ Ví dụ viết sai: ${mistake}`, 4);
  const followed = events.flatMap((event) =>
    consequenceLines(event, { edition, offsetMinutes, closed: before?.phase === "closed" }),
  );
  return [...alarms, ...wrapped(title, 0), ...said, ...outcome, ...wrong, ...followed];
}

/** The provider's own label of what was done, as the pack gives it for this stage and result. */
function actionName({ before, context, data: given }: PlayedStep, step: DoStep): string {
  const words = verbWords[step.do];
  const data = verbRules[step.do].fields.safeParse(given);
  if (!before || !data.success) return words;
  const actor = actorOf(step.by);
  const move = chosenMove({ verb: step.do, data: data.data as Record<string, unknown> }, before, { ...context, actor });
  return isRefusal(move) ? words : (move.name ?? words);
}

function whoIn({ roles, units }: Edition, who: string): string {
  if (who === "customer") return "Khách hàng";
  if (who === "system") return "Hệ thống";
  const [post = "", ...name] = who.split(" ");
  const [role, unit] = post.split("@");
  const known = roles.find((each) => each.role === role && each.unit === unit);
  const title = known?.name ?? `${role} ${units.find(({ id }) => id === unit)?.name ?? unit}`;
  return name.length > 0 ? `${title} ${name.join(" ")}` : title;
}

/** What was said or written, in the words of the people. */
function saidIn({ with: fields, filled = {}, attachments = [], documents = [] }: DoStep, edition: Edition): string[] {
  const texts = spokenFields.flatMap((name) => (typeof fields[name] === "string" ? [`«${fields[name]}»`] : []));
  const requests = Array.isArray(fields["requests"])
    ? fields["requests"].flatMap((each) => askedIn(each, edition))
    : [];
  const promises = Array.isArray(fields["promises"]) ? fields["promises"].flatMap(promisedIn) : [];
  const forms = Object.entries(filled).map(([id, value]) => {
    const field = edition.fields.find((each) => each.id === id);
    const choice = field?.choices?.find((each) => each.id === value)?.name;
    return `${field?.name ?? id}: ${choice ?? String(value)}`;
  });
  const evidence = attachments.map((id) => edition.evidence.find((each) => each.id === id)?.name ?? id);
  const enclosed = [...evidence, ...documents].map((name) => `Kèm: ${name}`);
  const paper = edition.papers.find(({ id }) => id === fields["paper"])?.name;
  const named = paper === undefined ? [] : [`Văn bản: ${paper}`];
  const amount = typeof fields["amount"] === "number" ? [`Số tiền: ${dong(fields["amount"])}`] : [];
  return [...named, ...texts, ...amount, ...requests, ...promises, ...forms, ...enclosed];
}

const spokenFields = [
  "content",
  "remedySought",
  "steps",
  "question",
  "cause",
  "measure",
  "method",
  "summary",
  "result",
  "direction",
  "message",
  "words",
  "reason",
];

/** Whole đồng as offices write them: `1.500.000 đồng`. */
function dong(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")} đồng`;
}

function askedIn(request: unknown, { units }: Edition): string[] {
  const { unit, question } = request as { unit?: unknown; question?: unknown };
  return [`Hỏi ${units.find(({ id }) => id === unit)?.name ?? String(unit)}: «${String(question)}»`];
}

function promisedIn(promise: unknown): string[] {
  const { text, dueOn } = promise as { text?: unknown; dueOn?: unknown };
  return [`Hẹn: «${String(text)}» – hết ngày ${dayIn("vi", String(dueOn))}`];
}

function alarmLines(event: ComplaintEvent, { edition, offsetMinutes }: Telling): string[] {
  const when = momentIn("vi", event.recordedAt, offsetMinutes);
  if (event.type === "ClockWarned") {
    return wrapped(`${when}  ⏱ Sắp đến hạn: ${clockName(event.data.rule, edition)}`, 0);
  }
  if (event.type !== "ClockBreached") return consequenceLines(event, { edition, offsetMinutes, closed: false });
  const told = (edition.clocks.find(({ id }) => id === event.data.rule)?.onBreach ?? []).flatMap((action) =>
    "notify" in action ? [toldWords[action.notify] ?? action.notify] : [],
  );
  const notice = told.length > 0 ? ` – báo ${told.join(", ")}` : "";
  return wrapped(`${when}  ⏱ QUÁ HẠN: ${clockName(event.data.rule, edition)}${notice}`, 0);
}

const toldWords: Readonly<Record<string, string>> = {
  owner: "người phụ trách",
  "owning-unit": "bộ phận phụ trách",
  superior: "cấp trên",
  "asked-unit": "bộ phận được hỏi",
  clerk: "nhân viên tiếp nhận",
  "shift-lead": "người điều hành ca",
  approver: "người phê duyệt",
  board: "ban giám đốc",
};

function consequenceLines(
  event: ComplaintEvent,
  { edition, offsetMinutes, closed }: { edition: Edition; offsetMinutes: number; closed: boolean },
): string[] {
  switch (event.type) {
    case "ClockStarted": {
      const rule = edition.clocks.find(({ id }) => id === event.data.rule);
      const term = event.data.term === null ? "ngày đã hẹn" : termIn(event.data.term);
      const due = dueOf(event.data, offsetMinutes);
      return wrapped(`⏱ ${rule?.name ?? event.data.rule}: ${due} (${term}; ${sourceIn(rule?.source)})`, 4);
    }
    case "ClockStopped":
      return wrapped(`${endMarks[event.data.outcome]}: ${clockName(event.data.rule, edition)}`, 4);
    case "ClockReinstated":
      return wrapped(`⏱ Chạy lại: ${clockName(event.data.rule, edition)}`, 4);
    case "ClockMoved":
    case "TermExtended":
      return wrapped(`⏱ Hạn mới: ${clockName(event.data.rule, edition)} – ${dueOf(event.data, offsetMinutes)}`, 4);
    case "PaperOwed": {
      const names = event.data.anyOf.map((id) => edition.papers.find((paper) => paper.id === id)?.name ?? id);
      return wrapped(`✉ Còn phải gửi: ${names.join(" hoặc ")}`, 4);
    }
    case "StageEntered": {
      const stage = edition.stages.find(({ id }) => id === event.data.stage);
      return wrapped(`→ Sang bước «${stage?.name ?? event.data.stage}»${stage?.step ? ` (${stage.step})` : ""}`, 4);
    }
    case "FormFilled":
      return event.data.confirmed.flatMap(({ name }) => wrapped(`☑ ${name}`, 4));
    case "RoundStarted":
      return wrapped(`Lần giải quyết thứ ${event.data.round}`, 4);
    case "LevelEscalated":
      return wrapped(`${event.data.byBreach ? "Tự chuyển" : "Chuyển"} lên cấp ${event.data.level}`, 4);
    case "ComplaintMarked":
      return wrapped(`Đánh dấu: ${event.data.mark}`, 4);
    case "ComplaintClosed":
      return closed ? [] : wrapped("Hồ sơ kết thúc.", 4);
    default:
      return [];
  }
}

const endMarks = { met: "✓ Đúng hạn", late: "✗ TRỄ HẠN", void: "– Hết hiệu lực" } as const;

function endOf({ status, endedAt }: Clock, offsetMinutes: number): string {
  if (status === "running") return "đang chạy";
  if (status === "paused") return "tạm dừng";
  const at = endedAt === null ? "" : ` ${momentIn("vi", endedAt, offsetMinutes)}`;
  return { met: "đúng hạn", late: "TRỄ HẠN", void: "hết hiệu lực" }[status] + at;
}

function dueOf(
  { dueOn, dueAt, inclusive }: { dueOn: string; dueAt: Instant; inclusive: boolean },
  offsetMinutes: number,
): string {
  return inclusive ? `hạn ${momentIn("vi", dueAt, offsetMinutes)}` : `hạn hết ${dayIn("vi", dueOn)}`;
}

function clockName(rule: string, { clocks }: Edition): string {
  return clocks.find(({ id }) => id === rule)?.name ?? rule;
}

function termIn(text: string): string {
  const parsed = parseTerm(text);
  return parsed.ok ? formatTermVietnamese(parsed.term) : text;
}

function sourceIn(source: Source | undefined): string {
  return Array.isArray(source) ? source.join("; ") : (source ?? "");
}

function shortDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function verdictLines(
  played: readonly PlayedStep[],
  { example, offsetMinutes }: { example: Example; offsetMinutes: number },
): string[] {
  const misses = played.flatMap((each, index) =>
    missesOf(each, offsetMinutes).map(
      ({ what, expected, actual }) => `Bước ${index + 1}: ${what} phải là ${expected}, thực tế ${actual}`,
    ),
  );
  if (misses.length > 0) return ["KHÔNG ĐÚNG như ví dụ đã viết:", ...misses.flatMap((miss) => wrapped(miss, 2))];
  return [`Đúng như ví dụ đã viết (${example.steps.length} bước).`];
}

/** Broken at words before the last column; what follows stands under the first word, two deeper. */
function wrapped(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = " ".repeat(indent + 2) + word;
    } else {
      line = line.trim() === "" ? line + word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
