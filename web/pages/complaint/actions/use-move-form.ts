import { useEffect, useState, type RefObject } from "react";
import { useSession } from "../../../staff/session.ts";
import { useLanguage } from "../../../words/language.ts";
import type { Action, Move } from "./described.ts";
import { draftName } from "./draft.ts";
import type { Typed } from "./form-values.ts";
import type { Done } from "./described.ts";
import { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";
import { useTellDone } from "./use-undo.ts";

export type MoveFormProps = {
  complaintId: string;
  action: Action;
  move: Move;
  sequence: number;
  /** Why it is not open any more; what is typed stays. */
  closedWhy: string | undefined;
  given?: Typed | undefined;
  onDone: (done: Done) => void;
  onCancel?: (() => void) | undefined;
};

/** One form at work: its draft, what became of it when it was sent, and whether it was asked once more before what lasts. */
export function useMoveForm(
  { complaintId, action, move, sequence, given = {}, onDone }: MoveFormProps,
  form: RefObject<HTMLFormElement | null>,
  isUploading: boolean,
) {
  const chosen = useLanguage();
  const { personId } = useSession();
  const draft = useDraft(draftName({ personId, complaintId, verb: action.verb, move: move.name, given }), move, given);
  const tellDone = useTellDone(complaintId);
  const [isAsked, setIsAsked] = useState(false);
  const { told, isSending, isWhole, send } = useSend({
    href: action.href,
    move,
    sequence,
    onDone: (done) => {
      draft.done();
      tellDone(action, done, move.name ?? action.name[chosen]);
      onDone(done);
    },
  });
  useEffect(() => {
    if (told?.kind === "refused") focusFirst(form.current, Object.keys(told.errors));
  }, [told, form]);
  useEffect(() => {
    if (!form.current) return undefined;
    focusWhenNone(form.current);
    return sendByKeys(form.current);
  }, [form]);
  const submit = () => {
    if (isSending || !isWhole(draft.values, isUploading)) return;
    if (action.lasting && !isAsked) return setIsAsked(true);
    setIsAsked(false);
    if (told?.kind === "sent-before") draft.forgetKey();
    void send(draft.values, draft.keyToSend());
  };
  const errors = told?.kind === "refused" ? told.errors : {};
  return { draft, told, errors, isSending, isAsked, submit, lookAgain: () => setIsAsked(false) };
}

/** A form that came after its dialogue had opened takes the focus, unless somebody is in a field already. */
function focusWhenNone(form: HTMLFormElement): void {
  const dialogue = form.closest("[role=dialog]");
  const focused = document.activeElement;
  if (!dialogue || (dialogue.contains(focused) && focused?.matches("input, select, textarea"))) return;
  form.querySelector<HTMLElement>("input, select, textarea, button")?.focus();
}

/** Ctrl Enter sends the form, also out of a long text. */
function sendByKeys(form: HTMLFormElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  };
  form.addEventListener("keydown", onKey);
  return () => form.removeEventListener("keydown", onKey);
}

/** Focus goes to the first field in error, in the order of the page. */
function focusFirst(form: HTMLFormElement | null, paths: string[]): void {
  if (!form || paths.length === 0) return;
  const controls = [...form.querySelectorAll<HTMLElement>("[data-path]")];
  const pathOf = ({ dataset }: HTMLElement) => dataset["path"] ?? "";
  const first =
    controls.find((each) => paths.includes(pathOf(each))) ??
    controls.find((each) => paths.some((path) => path.startsWith(`${pathOf(each)}.`)));
  const shut = first?.closest("details:not([open])");
  if (shut) shut.setAttribute("open", "");
  first?.focus();
}
