import { GraduationCap } from "lucide-react";
import { useState } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language, useWords } from "../../words/language.ts";
import { useSession } from "../session.ts";
import { useTrainingElsewhere, useTrainingSwitch } from "./use-training.ts";
import { wordsOfTraining } from "./words-of-training.ts";

/** While somebody practises, nobody can take what they see for real: a band above and a frame around every page, on paper too. */
export function Training() {
  const words = useWords(wordsOfTraining);
  const { isTraining, may } = useSession();
  const turn = useTrainingSwitch();
  useTrainingElsewhere();
  useShortcuts([{ keys: "g h", label: isTraining ? words.end : words.begin, run: turn }], { isFrame: true });
  if (!isTraining) return null;
  return (
    <>
      <section
        aria-label={words.training}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 bg-ink px-4 py-2 text-page print:justify-center print:bg-transparent print:text-ink"
      >
        <GraduationCap size={22} aria-hidden className="shrink-0 print:hidden" />
        <strong className="text-lg font-semibold uppercase print:hidden">{words.training}</strong>
        <strong className="hidden text-lg font-semibold print:inline">{words.noValue}</strong>
        <p className="grow text-sm max-sm:order-last max-sm:basis-full print:hidden">{words.says}</p>
        <span className="no-print ml-auto flex flex-wrap gap-2">
          {may.removeTraining && <Removal />}
          <Button onClick={turn} shortcut="g h">
            {words.end}
          </Button>
        </span>
      </section>
      <Frame />
    </>
  );
}

/** Stays in sight however far the page is scrolled. */
function Frame() {
  const words = useWords(wordsOfTraining);
  return (
    <div aria-hidden className="no-print pointer-events-none fixed inset-0 z-50 border-4 border-dashed border-ink">
      <span className="absolute right-0 bottom-16 rounded-tl-lg bg-ink px-3 py-1 text-sm font-semibold text-page uppercase sm:bottom-0">
        {words.training}
      </span>
    </div>
  );
}

function Removal() {
  const words = useWords(wordsOfTraining);
  const [isAsked, setAsked] = useState(false);
  const deed = useDeed("POST /training/removals", {
    onDone: ({ removed }) => {
      setAsked(false);
      tell(words.removed(removed));
    },
  });
  const remove = () =>
    deed.mutate({ parts: {} }, { onError: (error) => tell(errorText(error, language()), { isError: true }) });
  return (
    <>
      <Button onClick={() => setAsked(true)}>{words.remove}</Button>
      <Dialog title={words.remove} isOpen={isAsked} onClose={() => setAsked(false)}>
        <p className="mb-4">{words.removeAsked}</p>
        <Button look="danger" isBusy={deed.isPending} onClick={remove}>
          {words.remove}
        </Button>
      </Dialog>
    </>
  );
}
