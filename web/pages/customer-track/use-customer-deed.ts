import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ask, type Answer, type Operation, type Parts } from "../../api/ask.ts";
import { answerOptions } from "../../api/use-answer.ts";

export type Tracked = Answer<"GET /public/complaints/:code">;
type Deed = Extract<Operation, `POST /public/complaints/:code/${string}`>;
type Sent<Op extends Deed> = { parts: Parts<Op>; pass?: string | undefined };

/**
 * Does something as the customer, once: the same again after a lost connection carries the same key. The complaint as it stands then
 * is what the page shows.
 */
export function useCustomerDeed<Op extends Deed>(
  operation: Op,
  code: string,
  { onDone }: { onDone?: () => void } = {},
) {
  const client = useQueryClient();
  const last = useRef({ said: "", key: "" });
  return useMutation<Answer<Op>, Error, Sent<Op>>({
    mutationFn: ({ parts, pass }) => {
      const said = JSON.stringify(parts);
      if (last.current.said !== said) last.current = { said, key: crypto.randomUUID() };
      return ask(operation, parts, { idempotencyKey: last.current.key, pass });
    },
    onSuccess: (answer) => {
      last.current = { said: "", key: "" };
      const { queryKey } = answerOptions("GET /public/complaints/:code", { params: { code } });
      if (answer !== null && typeof answer === "object" && "where" in answer) {
        client.setQueryData(queryKey, answer);
      }
      onDone?.();
    },
  });
}
