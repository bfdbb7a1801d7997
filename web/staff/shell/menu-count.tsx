import { useAnswer } from "../../api/use-answer.ts";
import { useNow } from "../../parts/use-now.ts";
import { useWords } from "../../words/language.ts";
import type { StaffPage } from "../pages.ts";
import { wordsOfShell } from "./words.ts";

const COUNT_MAX = 100;
/** Nothing tells of what comes into the tray, and a call comes due without any news. */
const TRAY_MS = 30_000;

/** How much waits for me behind an entry of the menu. */
export function MenuCount({ page }: { page: StaffPage["id"] }) {
  const words = useWords(wordsOfShell);
  const { data } = useAnswer("GET /work-counts", {}, { enabled: page === "inbox" || page === "approvals" });
  const tray = useAnswer("GET /arrivals", { query: { limit: 1 } }, { enabled: page === "arrivals", everyMs: TRAY_MS });
  const toCall = useAnswer(
    "GET /call-backs",
    { query: { mine: "true" } },
    { enabled: page === "calls", everyMs: TRAY_MS },
  );
  const now = useNow();
  const calls = toCall.data?.callBacks.filter(({ dueFrom }) => dueFrom <= now).length;
  const counts = { inbox: data?.coordinations, approvals: data?.approvals, arrivals: tray.data?.waiting, calls };
  const count = page in counts ? counts[page as keyof typeof counts] : 0;
  if (!count) return null;
  return (
    <span className="absolute top-1.5 right-1 min-w-5 rounded-full bg-accent px-1.5 text-center text-xs font-semibold text-on-accent lg:static lg:ml-auto">
      {count >= COUNT_MAX ? `${COUNT_MAX - 1}+` : count} <span className="sr-only">{words.waiting}</span>
    </span>
  );
}
