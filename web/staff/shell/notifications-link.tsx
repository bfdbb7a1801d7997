import { Link } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/language.ts";
import { NOTIFICATION_KEYS, wordsOfPages } from "../pages.ts";
import { wordsOfShell } from "./words.ts";

const COUNT_MAX = 100;

/** How much I was told and have not read; the inbox itself is one click away. */
export function NotificationsLink() {
  const words = useWords(wordsOfShell);
  const names = useWords(wordsOfPages);
  const { data } = useAnswer("GET /notifications", { query: { limit: 1 } });
  const unread = data?.unread ?? 0;
  const count = unread === 0 ? "" : unread >= COUNT_MAX ? `${COUNT_MAX - 1}+` : String(unread);
  return (
    <Link
      to="/thong-bao"
      title={`${names.notifications} (${NOTIFICATION_KEYS})`}
      className="relative flex min-h-14 min-w-12 items-center justify-center gap-2.5 rounded-lg px-1 text-ink-2 hover:bg-sunken sm:min-h-10 sm:min-w-0 sm:px-3 lg:justify-start"
      activeProps={{ className: "bg-accent-soft font-medium !text-accent-strong" }}
    >
      <Bell size={20} strokeWidth={1.75} aria-hidden />
      <span className="sr-only grow lg:not-sr-only">{names.notifications}</span>
      {count !== "" && (
        <span className="absolute top-1 left-1/2 min-w-5 rounded-full bg-late px-1.5 text-center text-xs font-semibold text-surface lg:static">
          {count} <span className="sr-only">{words.unread}</span>
        </span>
      )}
    </Link>
  );
}
