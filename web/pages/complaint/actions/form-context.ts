import { createContext, useContext } from "react";
import type { HandedIn, Typed } from "./form-values.ts";

/** What one control may need of the others in its form. */
export type FormAround = {
  /** What is typed is read by a customer: a letter, not a line. */
  isReply: boolean;
  typed: Typed;
  addDocument: (document: HandedIn) => void;
  /** A file is on its way, or did not arrive: the form would leave without it. */
  setUploading: (isUploading: boolean) => void;
};

export const FormAroundContext = createContext<FormAround>({
  isReply: false,
  typed: {},
  addDocument: () => undefined,
  setUploading: () => undefined,
});

/** The form's own fields as they are typed now. */
export function useTyped(): Typed {
  return useContext(FormAroundContext).typed;
}

/** Whether a customer reads what is typed. */
export function useIsReply(): boolean {
  return useContext(FormAroundContext).isReply;
}

/** Holds the form back while a file is not there yet. */
export function useSetUploading(): FormAround["setUploading"] {
  return useContext(FormAroundContext).setUploading;
}

/** Hands a document in with the form. */
export function useAddDocument(): FormAround["addDocument"] {
  return useContext(FormAroundContext).addDocument;
}
