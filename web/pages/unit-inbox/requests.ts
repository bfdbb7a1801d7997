import type { Answer } from "../../api/ask.ts";
import type { Tone } from "../../parts/badge.tsx";

export type Request = Answer<"GET /coordinations">["items"][number];

export const statusTones: Record<Request["status"], Tone> = {
  asked: "accent",
  confirmed: "neutral",
  answered: "kept",
  returned: "late",
};

/** The due as a clock that runs; undefined where none does. */
export function clockOf({ dueAt, remaining }: Pick<Request, "dueAt" | "remaining">) {
  return dueAt === null ? undefined : { dueAt, remaining };
}
