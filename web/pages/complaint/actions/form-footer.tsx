import { useEffect, useRef } from "react";
import { Button } from "../../../parts/button.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import type { Action, Move } from "./described.ts";
import { Notice } from "./notice.tsx";
import type { useMoveForm } from "./use-move-form.ts";
import { wordsOfForm } from "./words.ts";

type FooterProps = {
  action: Action;
  move: Move;
  at: ReturnType<typeof useMoveForm>;
  onCancel?: (() => void) | undefined;
};

/** The button that does it, by the name of what it does. What cannot be taken back is asked once more, and says what will happen. */
export function FormFooter({ action, move, at, onCancel }: FooterProps) {
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const { told, isSending, isAsked, lookAgain } = at;
  const name = usePackName()(move.name) ?? action.name[chosen];
  const again = told?.kind === "lost" || told?.kind === "sent-before" ? words.sendAgain : undefined;
  const text = told?.kind === "meanwhile" ? words.sendOnNew : (again ?? name);
  return (
    <div className="sticky -bottom-5 z-10 -mx-5 -mb-5 flex flex-col gap-3 border-t border-line bg-surface px-5 py-3">
      {isAsked && action.lasting && (
        <Notice tone="late" title={words.lasting}>
          {action.lasting[chosen]}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {isAsked ? (
          <>
            <Button onClick={lookAgain}>{words.lookAgain}</Button>
            <Focused>
              <Button type="submit" look="danger" isBusy={isSending}>
                {words.confirm(name)}
              </Button>
            </Focused>
          </>
        ) : (
          <>
            {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
            <Button
              type="submit"
              look="primary"
              shortcut="Ctrl Enter"
              isBusy={isSending}
              className="whitespace-normal!"
            >
              {text}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** Focus goes where the question is asked. */
function Focused({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return <span ref={box}>{children}</span>;
}
