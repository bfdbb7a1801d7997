import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Operation } from "../api/ask.ts";
import { isKept } from "../api/kept-answers.ts";

/** Lists are read again at most this often, however much happens. */
const LISTS_MS = 1500;
/** A stream that was refused is asked for again. */
const AGAIN_MS = 10_000;
const LISTS: readonly unknown[] = [
  "GET /complaints",
  "GET /work-queues",
  "GET /work-queues/:queue",
  "GET /coordinations",
  "GET /arrivals",
  "GET /approvals",
  "GET /work-counts",
  "GET /due",
  "GET /incidents",
  "GET /overview",
  "GET /call-backs",
  "GET /notifications",
  "GET /procedures/:procedure/stages",
];

export type Change = { complaintId: string; sequence: number; type: string };

let isConnected = true;
const listeners = new Set<() => void>();

/** Whether news arrive; while not, pages say so and read again by themselves later. */
export function useIsConnected(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isConnected,
  );
}

const changeListeners = new Set<(change: Change) => void>();

/** Tells of every fact that somebody recorded; for lists that keep their order and take over single rows. */
export function useChanges(listener: (change: Change) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const tellLatest = (change: Change) => latest.current(change);
    changeListeners.add(tellLatest);
    return () => void changeListeners.delete(tellLatest);
  }, []);
}

/** Reads again what others changed, as soon as the server says so. Once a page. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => {
    let news = listenToNews(client);
    // The browser finds a lost connection again by itself, but not a stream that was refused: by a proxy before a server that starts.
    const again = setInterval(() => {
      if (!news.hasEnded()) return;
      news.stop();
      news = listenToNews(client, { isAgain: true });
    }, AGAIN_MS);
    return () => {
      clearInterval(again);
      news.stop();
    };
  }, [client]);
}

type News = { stop: () => void; hasEnded: () => boolean };

/** `isAgain`: what happened meanwhile was missed. */
function listenToNews(client: QueryClient, { isAgain = false } = {}): News {
  const source = new EventSource("/api/v1/stream");
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isMissing = isAgain;
  const lists = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void client.invalidateQueries({ predicate: ({ queryKey }) => LISTS.includes(queryKey[0]) });
      // It takes changes over row by row while it is shown, and is read anew when somebody comes back to it.
      void client.invalidateQueries({ queryKey: ["queue"], refetchType: "none" });
    }, LISTS_MS);
  };
  source.addEventListener("changed", ({ data }: MessageEvent<string>) => {
    const change = JSON.parse(data) as Change;
    const { complaintId } = change;
    for (const listener of changeListeners) listener(change);
    void client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, complaintId) });
    lists();
  });
  source.addEventListener("presence", ({ data }: MessageEvent<string>) => {
    const { complaintId } = JSON.parse(data) as Pick<Change, "complaintId">;
    void client.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === "GET /complaints/:complaintId/presence" && isAbout(queryKey, complaintId),
    });
  });
  source.addEventListener("call", () => {
    const calls = ["GET /phone-calls/mine", "GET /phone-calls"];
    void client.invalidateQueries({ predicate: ({ queryKey }) => calls.includes(String(queryKey[0])) });
  });
  source.addEventListener("reset", () => void client.invalidateQueries());
  source.addEventListener("open", () => {
    // What was kept from before the loss, and what failed in it, is asked anew; what others did meanwhile, the stream tells.
    if (isMissing) void client.invalidateQueries();
    else if (!isConnected)
      void client.refetchQueries({ predicate: ({ queryKey, state }) => isAskedAnew(queryKey, state) });
    isMissing = false;
    // It may have begun to ring before the stream was open.
    void client.invalidateQueries({ queryKey: ["GET /phone-calls/mine"] });
    tellConnected(true);
  });
  const lose = () => tellConnected(false);
  source.addEventListener("error", lose);
  addEventListener("offline", lose);
  const find = () => tellConnected(source.readyState === source.OPEN);
  addEventListener("online", find);
  const stop = () => {
    clearTimeout(waiting);
    removeEventListener("offline", lose);
    removeEventListener("online", find);
    source.close();
  };
  return { stop, hasEnded: () => source.readyState === source.CLOSED };
}

function isAskedAnew([operation]: readonly unknown[], { status }: { status: string }): boolean {
  return status === "error" || isKept(operation as Operation);
}

function isAbout(queryKey: readonly unknown[], complaintId: string): boolean {
  const { params } = (queryKey[1] ?? {}) as { params?: { complaintId?: string } };
  return params?.complaintId === complaintId;
}

function tellConnected(connected: boolean): void {
  if (isConnected === connected) return;
  isConnected = connected;
  for (const listener of listeners) listener();
}
