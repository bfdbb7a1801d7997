import type { Edition } from "../edition/edition.ts";
import type { Words } from "../words/guard-in-words.ts";

type Lateness = Edition["timeBars"][number]["lateness"];

/** What it means to complain too late. It is registered all the same. */
export const latenessWords: Readonly<Record<Lateness, Words>> = {
  refuse: { vi: "quá thời hiệu thì từ chối", en: "later ones are refused" },
  "may-refuse": { vi: "quá thời hiệu thì có thể từ chối", en: "later ones may be refused" },
  goodwill: { vi: "quá thời hiệu vẫn được hỗ trợ trên tinh thần thiện chí", en: "later ones are helped in goodwill" },
};
