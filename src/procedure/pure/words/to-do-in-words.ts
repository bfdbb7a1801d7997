import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import type { Fact } from "../edition/guard.ts";
import type { Words } from "./guard-in-words.ts";

/**
 * What somebody does so that a fact holds, or under `wanted` false does not, as a part of a sentence: "ghi bài học kinh nghiệm".
 * Null: nobody brings it about, and the fact itself is told.
 */
export function toDoInWords(fact: Fact, wanted: boolean, edition: Edition): Words | null {
  if ("is" in fact && fact.fact in yesOrNo) {
    const [wish, told] = yesOrNo[fact.fact] ?? [];
    return wish !== (fact.is === wanted) || told === undefined ? null : told(fact, edition);
  }
  if (!wanted) return null;
  switch (fact.fact) {
    case "verdict":
      return oneOf(fact.in, verdicts);
    case "satisfied":
      return oneOf(fact.in, satisfactions);
    case "call-back":
      return oneOf(fact.in, { fixed: words("gọi lại và nghe đã khắc phục", "call back and hear that it is mended") });
    case "resolution":
      return oneOf(fact.in, resolutions);
    case "meeting":
      return oneOf(fact.in, meetings);
    case "contact-attempts":
      return words(
        `liên hệ khách hàng ít nhất ${fact.atLeast} lần`,
        `try to reach the customer at least ${fact.atLeast} times`,
      );
    case "clock-elapsed": {
      const { vi, en } = bothNames(edition.clocks.find(({ id }) => id === fact.clock) ?? { name: fact.clock });
      return words(`chờ hết hạn «${vi}»`, `wait until “${en}” has run out`);
    }
    default:
      return null;
  }
}

function words(vi: string, en: string): Words {
  return { vi, en };
}

function oneOf(wanted: readonly string[], known: Readonly<Record<string, Words>>): Words | null {
  const found = wanted.flatMap((value) => known[value] ?? []);
  if (found.length === 0) return null;
  return words(found.map(({ vi }) => vi).join(" hoặc "), found.map(({ en }) => en).join(" or "));
}

type YesOrNo = Extract<Fact, { is: boolean }>;
type Told = (fact: YesOrNo, edition: Edition) => Words;

function always(vi: string, en: string): Told {
  return () => ({ vi, en });
}

/** By fact: whether it is to hold, and what is done for it. */
const yesOrNo: Partial<Record<Fact["fact"], readonly [wish: boolean, told: Told]>> = {
  complete: [true, always("bổ sung thông tin bắt buộc", "add what is required")],
  acknowledged: [true, always("xác nhận đã nhận với khách hàng", "acknowledge it to the customer")],
  accepted: [true, always("thông báo chấp nhận", "give notice of acceptance")],
  replied: [true, replyTold],
  "coordinations-open": [
    false,
    always("giải quyết xong yêu cầu phối hợp còn mở", "settle the coordination requests that are open"),
  ],
  "coordinations-accepted": [
    true,
    always("xác nhận phản hồi của bộ phận là phù hợp", "find the unit's answer suitable"),
  ],
  "finding-recorded": [true, always("ghi nguyên nhân", "record the cause")],
  "handling-recorded": [true, always("lưu phương cách xử lý", "record the handling")],
  "dossier-submitted": [true, always("trình hồ sơ", "submit the file")],
  "direction-given": [true, always("chờ ý kiến chỉ đạo", "wait for the board's direction")],
  "remedies-open": [
    false,
    always("hoàn tất khoản giảm trừ, bồi thường", "carry out the reduction or compensation that was agreed"),
  ],
  "promises-open": [false, always("thực hiện cam kết trong trả lời", "keep what the reply promised")],
  "papers-owed": [false, always("phát hành giấy tờ còn thiếu", "issue the papers that are owed")],
  "paper-issued": [true, paperTold],
  "outside-remedies-told": [
    true,
    always("báo khách hàng quyền khiếu nại ra bên ngoài", "tell the customer of the remedies outside"),
  ],
  "outside-referral": [
    true,
    always("ghi nhận khách hàng đã đưa việc ra bên ngoài", "record that the customer went outside"),
  ],
  watching: [false, always("kết thúc việc theo dõi", "end the watch")],
  watched: [true, always("theo dõi sau xử lý cho đến hết", "watch it to the end after handling")],
  "corrective-actions-open": [false, always("hoàn tất hành động khắc phục", "finish the corrective actions")],
  "corrective-action-ordered": [true, always("yêu cầu hành động khắc phục", "order a corrective action")],
  "remedy-awaiting-approval": [false, always("duyệt khoản giảm trừ", "have the remedy approved")],
  "lesson-recorded": [true, always("ghi bài học kinh nghiệm", "record the lesson")],
};

function replyTold(fact: YesOrNo): Words {
  const { final, written } = fact as Extract<Fact, { fact: "replied" }>;
  return words(
    `trả lời khách hàng${final ? " lần cuối" : ""}${written ? " bằng văn bản" : ""}`,
    `${final ? "give the customer a final answer" : "answer the customer"}${written ? " in writing" : ""}`,
  );
}

function paperTold(fact: YesOrNo, { papers }: Edition): Words {
  const { kind } = fact as Extract<Fact, { fact: "paper-issued" }>;
  const found = papers.filter((paper) => paper.kind === kind).map(bothNames);
  const said = found.length > 0 ? found : [words(kind, kind)];
  return words(
    `phát hành ${said.map(({ vi }) => vi).join(" hoặc ")}`,
    `issue ${said.map(({ en }) => en).join(" or ")}`,
  );
}

const verdicts: Readonly<Record<string, Words>> = {
  accepted: words("ghi ý kiến khách hàng: chấp nhận", "record that the customer accepts"),
  "not-accepted": words("ghi ý kiến khách hàng: không chấp nhận", "record that the customer does not accept"),
  silent: words("ghi khách hàng không phản hồi", "record that the customer does not respond"),
};

const satisfactions: Readonly<Record<string, Words>> = {
  yes: words("ghi ý kiến khách hàng: hài lòng", "record that the customer is satisfied"),
  no: words("ghi ý kiến khách hàng: không hài lòng", "record that the customer is not satisfied"),
};

const resolutions: Readonly<Record<string, Words>> = {
  proposed: words("đề xuất phương án", "propose a solution"),
  submitted: words("trình phương án", "submit the solution"),
  approved: words("chờ phương án được duyệt", "wait for the solution to be approved"),
};

const meetings: Readonly<Record<string, Words>> = {
  invited: words("mời khách hàng làm việc", "invite the customer to a meeting"),
  signed: words("ghi buổi làm việc, hai bên ký", "record the meeting, signed by both sides"),
};
