import { QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { askOrKept, isKept } from "./kept-answers.ts";
import { ask, NoConnection, type ServerProblem, type Answer, type Operation, type Parts, type Sending } from "./ask.ts";

type Get = Extract<Operation, `GET ${string}`>;

/** Answers are fresh for a moment only; the stream says when they are not. */
const FRESH_MS = 20_000;
const TRIES_MAX = 2;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => error instanceof NoConnection && failures < TRIES_MAX,
        refetchOnWindowFocus: true,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** How a question is remembered: `["GET /complaints/:complaintId", { params: … }]`. */
export function answerOptions<Op extends Get>(operation: Op, parts: Parts<Op>) {
  return queryOptions({
    queryKey: [operation, parts] as const,
    queryFn: ({ signal }) => (isKept(operation) ? askOrKept : ask)(operation, parts, { signal }),
  });
}

/** The answer to a question, kept fresh. `everyMs`: asked again by itself, where time alone changes it. */
export function useAnswer<Op extends Get>(
  operation: Op,
  parts: Parts<Op>,
  { enabled = true, everyMs }: { enabled?: boolean; everyMs?: number } = {},
) {
  return useQuery({ ...answerOptions(operation, parts), enabled, refetchInterval: everyMs ?? false });
}

/**
 * Does something once, however often it is sent: a repeat after a lost connection carries the same key.
 * What it changed is read again.
 */
export function useDeed<Op extends Exclude<Operation, Get>>(
  operation: Op,
  { onDone }: { onDone?: (answer: Answer<Op>) => void } = {},
) {
  const client = useQueryClient();
  return useMutation<Answer<Op>, ServerProblem | NoConnection, { parts: Parts<Op> } & Sending>({
    mutationFn: ({ parts, ...sending }) => ask(operation, parts, { idempotencyKey: crypto.randomUUID(), ...sending }),
    onSuccess: (answer) => {
      void client.invalidateQueries();
      onDone?.(answer);
    },
  });
}
