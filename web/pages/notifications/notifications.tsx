import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useWords } from "../../words/language.ts";
import { DailyMail } from "./daily-mail.tsx";
import { NotificationRow } from "./notification-row.tsx";
import { toldTogether } from "./told-together.ts";
import { wordsOfNotifications } from "./words.ts";

const PAGE = 50;
const SHOWN_MAX = 200;

/** What I am told: the latest first, new ones marked, each leading to where something is to be done. */
export function Notifications() {
  const words = useWords(wordsOfNotifications);
  const [isUnread, setUnread] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const query = { limit, ...(isUnread ? { unread: "true" } : {}) };
  const { data, error, refetch } = useAnswer("GET /notifications", { query });
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-3 p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <ReadAll items={data?.items ?? []} />
      </div>
      <div className="flex gap-1" role="group" aria-label={words.title}>
        <Button look={isUnread ? "quiet" : "plain"} aria-pressed={!isUnread} onClick={() => setUnread(false)}>
          {words.all}
        </Button>
        <Button look={isUnread ? "plain" : "quiet"} aria-pressed={isUnread} onClick={() => setUnread(true)}>
          {words.unread} {data ? data.unread : ""}
        </Button>
      </div>
      <DailyMail />
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={words.empty}>{words.emptyHint}</Empty>}
      {data && data.items.length > 0 && (
        <ul className="overflow-hidden rounded-xl border border-line bg-surface">
          {toldTogether(data.items).map((told) => (
            <NotificationRow key={told.latest.notificationId} told={told} />
          ))}
        </ul>
      )}
      {data?.nextCursor && limit < SHOWN_MAX && (
        <Button onClick={() => setLimit((shown) => shown + PAGE)}>{words.more}</Button>
      )}
    </div>
  );
}

function ReadAll({ items }: { items: Answer<"GET /notifications">["items"] }) {
  const words = useWords(wordsOfNotifications);
  const deed = useDeed("POST /notifications/readings");
  const unread = items.filter(({ readAt }) => readAt === null).map(({ notificationId }) => notificationId);
  const readAll = () =>
    deed.mutate(
      { parts: { body: {} } },
      {
        onSuccess: () =>
          tell(words.allRead, {
            undo: () => deed.mutate({ parts: { body: { notificationIds: unread, isRead: false } } }),
          }),
      },
    );
  return (
    <Button disabled={unread.length === 0} isBusy={deed.isPending} onClick={readAll}>
      {words.readAll}
    </Button>
  );
}
