import type { ComponentProps } from "react";
import { useTypedDay, type DayProps } from "../../parts/use-typed-day.ts";
import { LineQuestion } from "./questions.tsx";

/** A day as people write it, `24/11`: a telephone of another country's settings would turn day and month round. */
export function DayQuestion({
  value,
  onType,
  hasTime = false,
  error,
  ...question
}: DayProps & Omit<ComponentProps<typeof LineQuestion>, "value" | "type" | "onChange">) {
  const { wrong, input } = useTypedDay({ value, onType, hasTime });
  return <LineQuestion {...question} {...input} error={wrong ?? error} />;
}
