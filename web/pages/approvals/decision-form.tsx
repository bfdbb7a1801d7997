import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Loading } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { VerbForm } from "../complaint/actions/verb-form.tsx";
import { givenTo, type Decision } from "./decisions.ts";
import { wordsOfApprovals } from "./words.ts";

/** The form stands open: a direction, an approval or a signature is one step. Other ways to decide are one press away. */
export function DecisionForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const words = useWords(wordsOfApprovals);
  const chosen = useLanguage();
  const { complaint, verbs } = decision;
  const [verb, setVerb] = useState<string>(verbs[0] ?? "");
  const { data } = useAnswer("GET /complaints/:complaintId/actions", {
    params: { complaintId: complaint.complaintId },
    query: {},
  });
  if (!data) return <Loading rows={2} />;
  const shown = verbs.find((each) => each === verb) ?? verbs[0];
  const actionOf = (each: string) => data.actions.find((action) => action.verb === each);
  const moveName = (each: string) => actionOf(each)?.moves?.find(({ name }) => name !== null)?.name;
  return (
    <div className="flex flex-col gap-4">
      {verbs.length > 1 && (
        <div role="group" aria-label={words.decision} className="flex flex-wrap gap-1">
          {verbs.map((each) => (
            <Button
              key={each}
              look={each === shown ? "plain" : "quiet"}
              aria-pressed={each === shown}
              onClick={() => setVerb(each)}
            >
              {moveName(each) ?? actionOf(each)?.name[chosen] ?? each}
            </Button>
          ))}
        </div>
      )}
      {shown && (
        <div className="overflow-clip px-1 pb-5">
          <VerbForm
            key={shown}
            complaintId={complaint.complaintId}
            verb={shown}
            move={moveName(shown) ?? undefined}
            given={givenTo(decision)}
            onDone={onDone}
          />
        </div>
      )}
    </div>
  );
}
