import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ask, NoConnection, ServerProblem, type Answer, type Parts } from "../../api/ask.ts";
import { bodyOf } from "./body.ts";
import { textOf, type Draft, type Form, type RegistrationBody } from "./draft.ts";

export type Preview = Answer<"POST /complaint-previews">;
export type Likely = Answer<"POST /likely-duplicates">;
export type Advice = {
  preview: Preview | undefined;
  likely: Likely | undefined;
  isChecking: boolean;
  isOffline: boolean;
  /** What the server would refuse, and where. */
  problem: Draft["problem"] | undefined;
};

/** Asked again so long after the last key. */
const PAUSE_MS = 300;

/** What the server says of the call so far: what taking it in would give, and what is there already. */
export function useAdvice(draft: Draft, form: Form | undefined): Advice {
  const asked = useSettled(form ? JSON.stringify([soFar(bodyOf(draft, form)), toldOf(draft)]) : "");
  const isOpen = asked !== "" && !draft.done;
  const preview = useQuery({
    queryKey: ["intake preview", draft.id, asked],
    queryFn: ({ signal }) => {
      const [body] = JSON.parse(asked) as [Parts<"POST /complaint-previews">["body"]];
      return ask("POST /complaint-previews", { body }, { signal });
    },
    enabled: isOpen,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const likely = useQuery({
    queryKey: ["intake likely", draft.id, asked],
    queryFn: ({ signal }) => {
      const [, body] = JSON.parse(asked) as [unknown, Parts<"POST /likely-duplicates">["body"]];
      return ask("POST /likely-duplicates", { body }, { signal });
    },
    enabled: isOpen,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { error } = preview;
  return {
    preview: preview.data,
    likely: likely.data,
    isChecking: preview.isFetching || likely.isFetching,
    isOffline: error instanceof NoConnection || likely.error instanceof NoConnection,
    problem:
      error instanceof ServerProblem ? { field: error.problem.field ?? null, ...error.problem.messages } : undefined,
  };
}

/** Nothing said yet is not an empty text. */
function soFar({ content, ...body }: RegistrationBody): Parts<"POST /complaint-previews">["body"] {
  return content === "" ? body : { ...body, content };
}

function toldOf({ values }: Draft): Parts<"POST /likely-duplicates">["body"] {
  const text = (path: string) => textOf(values, path).trim();
  const numbers = Object.keys(values)
    .filter((path) => NUMBERED.test(path))
    .map(text)
    .filter((number) => number !== "");
  const told = { customerId: text("customer.customerId"), kind: text("kind"), service: text("service") };
  const place = `${text("customer.address")} ${text("filled.installation-address")}`.trim();
  const said = { content: text("content").slice(0, 1000), address: place.slice(0, 1000) };
  return {
    ...Object.fromEntries(Object.entries({ ...told, ...said }).filter(([, value]) => value !== "")),
    numbers: numbers.slice(0, NUMBERS_MAX),
  };
}

/** By which somebody is known; the server takes so many. */
const NUMBERED = /^customer\.(phone|email|contract|serviceNumber)$|^filled\..*(number|domain).*$/;
const NUMBERS_MAX = 6;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(waiting);
  }, [value]);
  return settled;
}
