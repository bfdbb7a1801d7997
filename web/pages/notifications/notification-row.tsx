import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { placeOf } from "./place-of.ts";
import { wordsOfNotifications } from "./words.ts";

type Item = Answer<"GET /notifications">["items"][number];

/** Opening it is reading it; it can be kept as new for later. */
export function NotificationRow({ item }: { item: Item }) {
  const words = useWords(wordsOfNotifications);
  const deed = useDeed("POST /notifications/readings");
  const { notificationId, complaintId, clockName, customerName, madeAt, readAt } = item;
  const mark = (isRead: boolean) => deed.mutate({ parts: { body: { notificationIds: [notificationId], isRead } } });
  const text = textOf(item, words);
  const place = placeOf(item);
  return (
    <li
      className={classes(
        "flex items-center gap-2 border-t border-line pr-2 first:border-t-0",
        readAt === null && "bg-accent-soft",
      )}
    >
      {complaintId === null ? (
        <span className="grow px-4 py-2.5">
          {text}{" "}
          <time dateTime={madeAt} className="text-sm text-ink-2">
            {formatInstant(madeAt)}
          </time>
        </span>
      ) : (
        <Link
          to="/khieu-nai/$complaintId"
          params={{ complaintId }}
          {...(place === undefined ? {} : { hash: place })}
          onClick={() => readAt === null && mark(true)}
          className="flex min-h-12 min-w-0 grow flex-wrap items-center gap-x-3 px-4 py-2 hover:underline"
        >
          {readAt === null && <Badge tone="accent">{words.isNew}</Badge>}
          <span className={readAt === null ? "font-medium" : ""}>{text}</span>
          <span className="truncate text-ink-2">{[clockName, customerName].filter(Boolean).join(" · ")}</span>
          <time dateTime={madeAt} className="ml-auto text-sm text-ink-2">
            {formatInstant(madeAt)}
          </time>
        </Link>
      )}
      <Button look="quiet" onClick={() => mark(readAt === null)}>
        {readAt === null ? words.read : words.asNew}
      </Button>
    </li>
  );
}

function textOf(
  { kind, number, byName }: Item,
  words: ReturnType<typeof useWords<typeof wordsOfNotifications>>,
): string {
  if (kind === "password-set") return words["password-set"](byName ?? words.somebody);
  const about = kind in words ? words[kind as keyof typeof words] : words.other;
  return typeof about === "function" ? about(number ?? "") : words.other(number ?? "");
}
