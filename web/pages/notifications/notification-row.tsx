import { Link } from "@tanstack/react-router";
import { Mail, MailOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { IconButton } from "../../parts/button.tsx";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfKinds } from "../complaint/papers/words-of-messages.ts";
import { placeOf } from "./place-of.ts";
import type { Together, Told } from "./told-together.ts";
import { wordsOfNotifications } from "./words.ts";

/** Opening it is reading it; it can be kept as new for later. */
export function NotificationRow({ told: { latest, all } }: { told: Together }) {
  const words = useWords(wordsOfNotifications);
  const deed = useDeed("POST /notifications/readings");
  const failed = useFailed(latest);
  const isNew = all.some(({ readAt }) => readAt === null);
  const notificationIds = all.map(({ notificationId }) => notificationId);
  const mark = (isRead: boolean) => deed.mutate({ parts: { body: { notificationIds, isRead } } });
  return (
    <li className="flex items-center gap-1 border-t border-line pr-2 first:border-t-0 hover:bg-sunken">
      <Leading item={latest} onOpen={() => isNew && mark(true)}>
        <span className={`col-start-1 ${isNew ? "font-semibold" : ""}`}>
          {textOf(latest, words)} {isNew && <Badge tone="accent">{words.isNew}</Badge>}
        </span>
        <span className="col-start-1 truncate text-sm text-ink-2">
          {[latest.clockName, failed, latest.customerName, failed && words.takeOtherWay].filter(Boolean).join(" · ")}
        </span>
        <time dateTime={latest.madeAt} className="text-sm text-ink-2 sm:col-start-2 sm:row-start-1 sm:text-right">
          {formatInstant(latest.madeAt)}
        </time>
      </Leading>
      <IconButton label={isNew ? words.read : words.asNew} onClick={() => mark(isNew)}>
        {isNew ? <MailOpen size={18} aria-hidden /> : <Mail size={18} aria-hidden />}
      </IconButton>
    </li>
  );
}

/** Which message did not get through; undefined where it tells of none. */
function useFailed({ kind, data }: Told): string | undefined {
  const kinds = useWords(wordsOfKinds);
  const { of } = data;
  if (kind !== "mail-failed" || typeof of !== "string") return undefined;
  return of in kinds ? kinds[of as keyof typeof kinds] : undefined;
}

const line = "grid min-w-0 grow grid-cols-1 gap-x-4 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_11rem]";

/** To the complaint that it is about, where it is about one. */
function Leading({ item, onOpen, children }: { item: Told; onOpen: () => void; children: ReactNode }) {
  const place = placeOf(item);
  if (item.kind === "call-back-due") {
    return (
      <Link to="/dien-thoai" onClick={onOpen} className={line}>
        {children}
      </Link>
    );
  }
  if (item.complaintId === null) return <span className={line}>{children}</span>;
  return (
    <Link
      to="/khieu-nai/$complaintId"
      params={{ complaintId: item.complaintId }}
      {...(place === undefined ? {} : { hash: place })}
      onClick={onOpen}
      className={line}
    >
      {children}
    </Link>
  );
}

function textOf(
  { kind, number, byName }: Told,
  words: ReturnType<typeof useWords<typeof wordsOfNotifications>>,
): string {
  if (kind === "password-set") return words["password-set"](byName ?? words.somebody);
  const about = kind in words ? words[kind as keyof typeof words] : words.other;
  return typeof about === "function" ? about(number ?? "") : words.other(number ?? "");
}
