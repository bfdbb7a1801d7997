import type { Trigger } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import { eventWords } from "./event-words.ts";
import { guardInWords, type Words } from "./guard-in-words.ts";

/** Any of these events, each with what it must carry and what must hold then: "trả lời khách hàng (cuối cùng, bằng văn bản)". */
export function triggersInWords(triggers: readonly Trigger[], edition: Edition): Words[] {
  return triggers.map((trigger) => triggerInWords(trigger, edition));
}

function triggerInWords({ on, with: carried = {}, when }: Trigger, edition: Edition): Words {
  const guard = when && guardInWords(when, edition);
  const text = (language: Language) => {
    const { stage, ...rest } = carried;
    const entered = namesOf(stage, edition, language).join(language === "vi" ? " hoặc " : " or ");
    const more = Object.entries(rest).map(([name, value]) => carriedInWords({ name, value, language, edition }));
    const event = eventWords[on][language] + (entered === "" ? "" : ` «${entered}»`);
    const condition = guard && `${language === "vi" ? "nếu" : "if"} ${guard[language]}`;
    return event + (more.length > 0 ? ` (${more.join(", ")})` : "") + (condition ? `, ${condition}` : "");
  };
  return { vi: text("vi"), en: text("en") };
}

function namesOf(stage: unknown, { stages }: Edition, language: Language): string[] {
  const ids = Array.isArray(stage) ? stage : stage === undefined ? [] : [stage];
  return ids.map((id) => bothNames(stages.find((each) => each.id === id) ?? { name: String(id) })[language]);
}

type Language = "vi" | "en";
type Carried = { name: string; value: unknown; language: Language; edition: Edition };

function carriedInWords({ name, value, language, edition }: Carried): string {
  const values = (Array.isArray(value) ? value : [value]).map(String);
  const known = values.map((each) => carriedWords[`${name}=${each}`]?.[language] ?? nameOf(each, edition, language));
  return known.join(language === "vi" ? " hoặc " : " or ");
}

/** Papers, units and the rest of what a pack names itself; else the word as the pack has it. */
function nameOf(id: string, { papers, units }: Edition, language: Language): string {
  const paper = papers.find((each) => each.id === id || each.kind === id);
  return bothNames(paper ?? units.find((each) => each.id === id) ?? { name: id })[language];
}

const carriedWords: Readonly<Record<string, Words>> = {
  "final=true": { vi: "cuối cùng", en: "final" },
  "final=false": { vi: "tạm thời", en: "interim" },
  "substantive=true": { vi: "có nội dung", en: "with substance" },
  "written=true": { vi: "bằng văn bản", en: "in writing" },
  "written=false": { vi: "không bằng văn bản", en: "not in writing" },
  "accepted=true": { vi: "khách hàng chấp nhận", en: "the customer accepts" },
  "accepted=false": { vi: "khách hàng không chấp nhận", en: "the customer does not accept" },
  "accepts=yes": { vi: "chấp nhận", en: "accepts" },
  "accepts=no": { vi: "không chấp nhận", en: "does not accept" },
  "accepts=silent": { vi: "im lặng", en: "silent" },
  "satisfied=yes": { vi: "hài lòng", en: "satisfied" },
  "satisfied=no": { vi: "không hài lòng", en: "not satisfied" },
  "automatic=true": { vi: "tự động", en: "by itself" },
  "automatic=false": { vi: "do một người gửi", en: "by a person" },
  "repairDone=true": { vi: "đã khắc phục xong", en: "repair done" },
  "outcome=satisfied": { vi: "khách hàng hài lòng", en: "customer satisfied" },
  "outcome=confirmed": { vi: "khách hàng xác nhận", en: "customer confirmed" },
  "outcome=agreed": { vi: "khách hàng đồng ý", en: "customer agreed" },
  "outcome=answered": { vi: "đã trả lời", en: "answered" },
  "outcome=solved": { vi: "đã giải quyết", en: "solved" },
  "outcome=settled": { vi: "đã thỏa thuận", en: "settled" },
  "outcome=goodwill": { vi: "hỗ trợ thiện chí", en: "goodwill" },
  "outcome=refused": { vi: "đã từ chối", en: "refused" },
  "outcome=withdrawn": { vi: "khách hàng rút", en: "withdrawn" },
  "outcome=outside": { vi: "ra bên ngoài", en: "taken outside" },
  "outcome=duplicate": { vi: "trùng", en: "duplicate" },
  "outcome=recorded": { vi: "chỉ ghi nhận", en: "recorded only" },
  "outcome=fixed": { vi: "đã khắc phục", en: "fixed" },
  "outcome=not-fixed": { vi: "chưa khắc phục", en: "not fixed" },
  "outcome=no-answer": { vi: "không liên hệ được", en: "no answer" },
  "outcome=bounced": { vi: "bị trả lại", en: "returned" },
  "outcome=failed": { vi: "không gửi được", en: "failed" },
  "act=forwarded": { vi: "chuyển khiếu nại đến", en: "forwarded" },
  "act=request": { vi: "yêu cầu", en: "request" },
  "act=decision": { vi: "quyết định", en: "decision" },
  "direction=in": { vi: "gọi đến", en: "incoming" },
  "direction=out": { vi: "gọi đi", en: "outgoing" },
  "answered=true": { vi: "có người nghe", en: "answered" },
  "answered=false": { vi: "không nghe máy", en: "not answered" },
  "reached=false": { vi: "không gặp", en: "not reached" },
  "place=on-site": { vi: "tại chỗ", en: "on site" },
  "place=core": { vi: "trên hệ thống mạng", en: "in the core" },
  "place=remote": { vi: "từ xa", en: "remote" },
  "what=reply": { vi: "thư trả lời", en: "the reply" },
  "what=notice": { vi: "thông báo", en: "the notice" },
  "again=true": { vi: "gửi lại", en: "sent again" },
  "kind=severity-2": { vi: "mức độ 2", en: "severity 2" },
};
