import type { ClockTerm } from "../edition/clocks.ts";
import { formatTerm, formatTermVietnamese, parseTerm } from "../term/term.ts";
import type { Words } from "./guard-in-words.ts";

/** A clock's term as papers write it: "02 ngày làm việc"; where an event brings its own day, which day that is. */
export function termInWords(term: ClockTerm): Words {
  if (typeof term === "string") return amountInWords(term);
  const own = "dayIn" in term ? term.dayIn : term.instantIn;
  const day = ownDays[own] ?? { vi: own, en: own };
  if (term.otherwise === undefined) return day;
  const otherwise = amountInWords(term.otherwise);
  return { vi: `${day.vi}, không có thì ${otherwise.vi}`, en: `${day.en}, else ${otherwise.en}` };
}

function amountInWords(text: string): Words {
  const read = parseTerm(text);
  return read.ok ? { vi: formatTermVietnamese(read.term), en: formatTerm(read.term) } : { vi: text, en: text };
}

/** Days that somebody names with what they do. */
const ownDays: Readonly<Record<string, Words>> = {
  dueOn: { vi: "theo ngày ghi trong yêu cầu hoặc cam kết", en: "by the day named in the request or promise" },
  promisedRepairOn: { vi: "theo ngày khắc phục mà bộ phận đề ra", en: "by the repair day that the unit set" },
  meetingOn: { vi: "theo ngày hẹn gặp", en: "by the day of the meeting" },
  until: { vi: "đến ngày hết theo dõi", en: "until the watch ends" },
  callBackAt: { vi: "đến giờ hẹn gọi lại", en: "by the time agreed for the call-back" },
};
