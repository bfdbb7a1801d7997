import { RefreshCw } from "lucide-react";
import { useEffect } from "react";
import { Keys } from "../../parts/hint.tsx";
import { useWords } from "../../words/language.ts";
import type { Meanwhile } from "./use-live-rows.ts";
import { wordsOfQueue } from "./words.ts";

/** How often it is looked whether nobody is at the list. */
const LOOK_MS = 1500;

/** What came meanwhile. It goes into the list when somebody asks for it, or when nobody is looking at a row. */
export function News({
  meanwhile: { arrived, gone, isOld },
  isIdle,
  onShow,
}: {
  meanwhile: Meanwhile;
  isIdle: () => boolean;
  onShow: () => void;
}) {
  const words = useWords(wordsOfQueue);
  const hasNews = arrived.size > 0 || gone.size > 0 || isOld;
  useEffect(() => {
    if (!hasNews) return undefined;
    const timer = setInterval(() => isIdle() && onShow(), LOOK_MS);
    return () => clearInterval(timer);
  });
  const told = isOld
    ? [words.listChanged]
    : [arrived.size > 0 && words.arrived(arrived.size), gone.size > 0 && words.left(gone.size)].filter(Boolean);
  return (
    <div role="status">
      {hasNews && (
        <button
          type="button"
          onClick={onShow}
          className="flex min-h-11 w-full items-center justify-center gap-2 bg-accent-soft px-4 font-medium text-accent-strong hover:underline sm:min-h-9"
        >
          <RefreshCw size={16} aria-hidden />
          {told.join(" · ")} – {words.show}
          <Keys keys="r" />
        </button>
      )}
    </div>
  );
}
