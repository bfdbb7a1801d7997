import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useWords } from "../words/language.ts";
import { classes } from "./classes.ts";
import { wordsOfParts } from "./words.ts";

/** Longer than people need to read a line; and to think better of it, and reach for “undo”. */
const SHOWN_MS = 8000;
const UNDONE_MS = 15_000;
const toasts = Toast.createToastManager();

/** Tells what was done, the latest only, beside the menu: what is done next stands on the right. `undo` offers the way back. */
export function tell(title: string, { undo, isError }: { undo?: () => void; isError?: boolean } = {}): void {
  // What was undone is offered no second time.
  const undoOnce = () => {
    toasts.close(id);
    undo?.();
  };
  const id = toasts.add({
    title,
    timeout: undo ? UNDONE_MS : SHOWN_MS,
    priority: isError ? "high" : "low",
    type: isError ? "error" : "done",
    ...(undo ? { actionProps: { onClick: undoOnce } } : {}),
  });
}

/** Where toasts appear; once a page. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={toasts} limit={1}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-20 left-4 z-50 sm:right-auto sm:bottom-6 sm:left-22 sm:w-96 lg:left-62">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts: shown } = Toast.useToastManager();
  const words = useWords(wordsOfParts);
  return shown.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={classes(
        "rounded-xl border bg-surface text-ink shadow-raised data-limited:hidden",
        toast.type === "error" ? "border-late" : "border-line",
      )}
    >
      <Toast.Content className="flex items-center gap-3 py-1 pr-1 pl-4">
        <Toast.Title className="grow py-2" />
        {toast.actionProps && (
          <Toast.Action className="min-h-9 shrink-0 rounded-lg px-2.5 font-medium text-accent hover:bg-sunken">
            {words.undo}
          </Toast.Action>
        )}
        <Toast.Close
          aria-label={words.close}
          className="flex size-9 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken"
        >
          <X size={16} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
