import type { Edition } from "../edition/edition.ts";
import type { Guard } from "../edition/guard.ts";
import type { Nature } from "../vocabulary.ts";
import { latenessWords } from "../document/lateness.ts";
import { guardInWords, type Words } from "../words/guard-in-words.ts";
import { termInWords } from "../words/term-in-words.ts";

/** How long a customer has to complain: the provider's own, and the law's where it says something else. The later day holds. */
export function publishedTimeBars(edition: Edition) {
  const told = edition.timeBars.map(({ when, term, fromName, lateness, origin }) => ({
    about: when ? aboutWhat(when, edition) : { vi: "Mọi khiếu nại", en: "Every complaint" },
    term: termInWords(term),
    from: fromName,
    lateness: latenessWords[lateness],
    origin,
  }));
  const own = told.filter(({ origin }) => origin === "procedure");
  const saysTheSame = (one: (typeof told)[number]) =>
    own.some(({ about, term }) => about.vi === one.about.vi && term.vi === one.term.vi);
  return [...own, ...told.filter((each) => each.origin === "law" && !saysTheSame(each))];
}

function aboutWhat(when: Guard, edition: Edition): Words {
  const isNot = "not" in when;
  const guard = isNot ? when.not : when;
  if (!("fact" in guard) || guard.fact !== "nature") return guardInWords(when, edition);
  const each = (language: "vi" | "en") => guard.in.map((nature) => natureWords[nature][language]).join(", ");
  return {
    vi: `Khiếu nại ${isNot ? "không " : ""}về ${each("vi")}`,
    en: `Complaints ${isNot ? "not " : ""}about ${each("en")}`,
  };
}

const natureWords: Readonly<Record<Nature, Words>> = {
  incident: { vi: "sự cố", en: "incidents" },
  quality: { vi: "chất lượng dịch vụ", en: "the quality of the service" },
  charges: { vi: "cước, giá, thanh toán", en: "charges and payments" },
  service: { vi: "thái độ phục vụ", en: "how you were treated" },
  business: { vi: "kinh doanh", en: "sales" },
  other: { vi: "việc khác", en: "other matters" },
};
