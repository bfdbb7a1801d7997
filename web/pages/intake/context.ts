import { createContext, use } from "react";
import type { Draft, Form, Kind, Values } from "./draft.ts";

/** The call that is being taken down, as every part of the page sees it. */
export type Intake = {
  form: Form;
  draft: Draft;
  kind: Kind | undefined;
  /** On its way to the server: nothing more can be typed. */
  isLocked: boolean;
  set: (values: Values) => void;
  change: (changed: (draft: Draft) => Draft) => void;
  /** What is wrong with a field and how to mend it. */
  errorOf: (path: string) => string | undefined;
};

const context = createContext<Intake | null>(null);
export const IntakeProvider = context.Provider;

export function useIntake(): Intake {
  const intake = use(context);
  if (!intake) throw new Error("outside of the intake page");
  return intake;
}
