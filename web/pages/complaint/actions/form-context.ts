import { createContext, useContext } from "react";
import type { HandedIn, Typed } from "./form-values.ts";

/** What one control may need of the others in its form. */
export type FormAround = { typed: Typed; addDocument: (document: HandedIn) => void };

export const FormAroundContext = createContext<FormAround>({ typed: {}, addDocument: () => undefined });

/** The form's own fields as they are typed now. */
export function useTyped(): Typed {
  return useContext(FormAroundContext).typed;
}

/** Hands a document in with the form. */
export function useAddDocument(): FormAround["addDocument"] {
  return useContext(FormAroundContext).addDocument;
}
