import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import { CallBackForm } from "../calls/call-back-form.tsx";
import { CallBackRow } from "../calls/call-back-list.tsx";
import { CallRow } from "../calls/call-log.tsx";
import { wordsOfCalls } from "../calls/words.ts";
import type { ComplaintFile } from "./file.ts";
import { Section } from "./section.tsx";

/** Calls about this complaint, and those that are promised. What was logged by its own actions stands in the timeline. */
export function CallsSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfCalls);
  const { may, isTraining } = useSession();
  const [isPromising, setPromising] = useState(false);
  const { complaintId, customer } = file.complaint;
  const calls = useAnswer("GET /phone-calls", { query: { complaintId, limit: 20 } }).data?.calls ?? [];
  const callBacks = useAnswer("GET /call-backs", { query: { complaintId } }).data?.callBacks ?? [];
  const known = {
    complaintId,
    ...(customer.phone === undefined ? {} : { number: customer.phone }),
    ...(customer.name === undefined ? {} : { name: customer.name }),
  };
  return (
    <Section
      title={words.calls}
      aside={
        may.register && !isTraining ? (
          <Button look="quiet" className="no-print" onClick={() => setPromising(true)}>
            {words.addCallBack}
          </Button>
        ) : undefined
      }
    >
      {calls.length + callBacks.length === 0 && <p className="text-sm text-ink-2">{words.noneHere}</p>}
      <ul>
        {callBacks.map((each) => (
          <CallBackRow key={each.callBackId} callBack={each} />
        ))}
        {calls.map((call) => (
          <CallRow key={call.callId} call={call} isAtComplaint />
        ))}
      </ul>
      {isPromising && <CallBackForm known={known} onClose={() => setPromising(false)} />}
    </Section>
  );
}
