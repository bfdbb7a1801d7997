import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { useWords } from "../words/language.ts";
import { IconButton } from "./button.tsx";
import { classes } from "./classes.ts";
import { wordsOfParts } from "./words.ts";

const fillable = "input:not([type=hidden]), textarea, select";

type DialogProps = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; isWide?: boolean };

/** A dialogue over the page: a sheet from below on a telephone. Focus goes in, stays in, and comes back. */
export function Dialog({ title, isOpen, onClose, children, isWide }: DialogProps) {
  const words = useWords(wordsOfParts);
  const popup = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <Base.Popup
          ref={popup}
          // To what is to be filled in, else to what is to be read: on the cross its tooltip would take the first Escape.
          initialFocus={() => popup.current?.querySelector<HTMLElement>(fillable) ?? body.current ?? true}
          className={classes(
            "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col overflow-hidden rounded-t-2xl bg-surface shadow-raised",
            "sm:inset-x-auto sm:top-[8vh] sm:bottom-auto sm:left-1/2 sm:max-h-[84vh] sm:w-[calc(100vw-2rem)] sm:-translate-x-1/2 sm:rounded-2xl",
            isWide ? "sm:max-w-3xl" : "sm:max-w-xl",
          )}
        >
          <div className="flex items-center justify-between gap-2 border-b border-line py-2 pr-2 pl-5">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton label={words.close} />}>
              <X size={18} aria-hidden />
            </Base.Close>
          </div>
          {/* What is longer than the window is scrolled by the keyboard too, where nothing in it takes the focus. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div ref={body} tabIndex={0} className="overflow-y-auto p-5 focus-visible:-outline-offset-2">
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
