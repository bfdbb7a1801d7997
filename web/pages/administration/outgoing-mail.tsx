import type { Answer } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Refused } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { TestedSteps } from "./connection-test.tsx";
import { mailStepWords, wordsOfConnections } from "./words-of-connections.ts";

const tones = { connected: "kept", unreachable: "late", "held-back": "neutral", "not-connected": "neutral" } as const;

/** The server by which mail leaves, and a test message to oneself. */
export function OutgoingMail({ state }: { state: Answer<"GET /channel-connections">["mail"] }) {
  const words = useWords(wordsOfConnections);
  const deed = useDeed("POST /outgoing-mail-tests");
  return (
    <section className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      <h2 className="flex flex-wrap items-center gap-2 text-lg font-semibold">
        {words.outgoing} <Badge tone={tones[state]}>{words[`mail-${state}`]}</Badge>
      </h2>
      <p className="text-ink-2">{words.outgoingHint}</p>
      <div>
        <Button isBusy={deed.isPending} onClick={() => deed.mutate({ parts: {} })}>
          {words.sendTest}
        </Button>
      </div>
      <Refused error={deed.error} />
      <TestedSteps steps={deed.data?.steps} stepWords={mailStepWords} isBusy={deed.isPending} />
    </section>
  );
}
