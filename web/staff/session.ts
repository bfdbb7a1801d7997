import { useSuspenseQuery } from "@tanstack/react-query";
import type { Answer } from "../api/ask.ts";
import { answerOptions } from "../api/use-answer.ts";

export type Session = Answer<"GET /session">;

/** Who is signed in. Only below the shell, where somebody always is. */
export function useSession(): Session {
  return useSuspenseQuery(answerOptions("GET /session", {})).data;
}
