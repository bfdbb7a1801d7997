import type { Pool } from "pg";
import { readInside } from "../../projections/inside-organisation.ts";
import { currentPosition, eventsSince, type News } from "../../store/events-since.ts";
import { callsSince } from "../../store/phone-calls.ts";
import { presenceSince, presentNow } from "../../store/presence.ts";

/** Who wants to hear of changes in an organisation. News may come twice, and never too late to be seen. */
export type Listener = {
  onNews: (news: News) => void;
  /** Somebody came to these complaints, left them, began or ceased to type. */
  onPresence: (complaintIds: readonly string[]) => void;
  /** Calls of these people began to ring, were answered or ended. */
  onCalls: (personIds: readonly string[]) => void;
};

type Heard = { position: string; presentSince: string; calledSince: string; listeners: Set<Listener> };

/** One poller a process, and only while somebody listens: an organisation costs two looks into indexes each time. */
export type NewsHub = {
  /** Tells from now on. The function that comes back ends it. */
  listen: (organisation: string, listener: Listener) => Promise<() => void>;
  /** What was written since a position, for a listener that was away. */
  since: (organisation: string, position: string) => Promise<News>;
  stop: () => void;
};

const POLL_MS = 500;

export function newsHub(pool: Pool, onError: (error: unknown) => void): NewsHub {
  const heard = new Map<string, Heard>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const poll = async () => {
    for (const [organisation, each] of heard) {
      try {
        const news = await eventsSince(pool, { organisation, position: each.position });
        each.position = news.position;
        if (news.items.length > 0 || news.isCut) for (const { onNews } of each.listeners) onNews(news);
        const { presentSince: since } = each;
        const { complaintIds, latest } = await readInside(pool, organisation, (connection) =>
          presenceSince(connection, { organisation, since }),
        );
        each.presentSince = latest;
        if (complaintIds.length > 0) for (const { onPresence } of each.listeners) onPresence(complaintIds);
        const { calledSince } = each;
        const calls = await readInside(pool, organisation, (connection) =>
          callsSince(connection, { organisation, since: calledSince }),
        );
        each.calledSince = calls.latest;
        if (calls.personIds.length > 0) for (const { onCalls } of each.listeners) onCalls(calls.personIds);
      } catch (error) {
        // The next look finds what this one did not.
        onError(error);
      }
    }
    timer = undefined;
    schedule();
  };
  const schedule = () => {
    if (!stopped && heard.size > 0) timer ??= setTimeout(() => void poll(), POLL_MS).unref();
  };
  return {
    listen: async (organisation, listener) => {
      const [position, presentSince] = await Promise.all([currentPosition(pool), presentNow(pool)]);
      const began = { position, presentSince, calledSince: presentSince, listeners: new Set<Listener>() };
      const each = heard.get(organisation) ?? began;
      heard.set(organisation, each);
      each.listeners.add(listener);
      schedule();
      return () => {
        each.listeners.delete(listener);
        if (each.listeners.size === 0) heard.delete(organisation);
      };
    },
    since: (organisation, position) => eventsSince(pool, { organisation, position }),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
