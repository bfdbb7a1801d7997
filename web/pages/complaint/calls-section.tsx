import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { useSession } from "../../staff/session.ts";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { CallBackForm } from "../calls/call-back-form.tsx";
import { CallBackRow } from "../calls/call-back-list.tsx";
import { CallRow } from "../calls/call-log.tsx";
import { wordsOfCalls } from "../calls/words.ts";
import { numberOf, type Letter } from "../incoming-letters/letter.ts";
import { wordsOfLetters } from "../incoming-letters/words.ts";
import type { ComplaintFile } from "./file.ts";
import { Section } from "./section.tsx";

/** Letters and calls about this complaint, and calls that are promised. What was logged by its own actions stands in the timeline. */
export function CallsSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfCalls);
  const { may, isTraining } = useSession();
  const [isPromising, setPromising] = useState(false);
  const { complaintId, customer } = file.complaint;
  const calls = useAnswer("GET /phone-calls", { query: { complaintId, limit: 20 } }).data?.calls ?? [];
  const callBacks = useAnswer("GET /call-backs", { query: { complaintId } }).data?.callBacks ?? [];
  const asked = { query: { complaintId } };
  const letters = useAnswer("GET /incoming-letters", asked, { enabled: may.seeAll && !isTraining }).data?.letters ?? [];
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
      {calls.length + callBacks.length + letters.length === 0 && <p className="text-sm text-ink-2">{words.noneHere}</p>}
      <ul>
        {letters.map((letter) => (
          <LetterRow key={letter.letterId} letter={letter} />
        ))}
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

/** The day of its postmark stands beside that of its arrival: whoever looks at a time-bar wants both. */
function LetterRow({ letter }: { letter: Letter }) {
  const words = useWords(wordsOfLetters);
  const { letterId, receivedAt, postmarkedOn, about } = letter;
  const postmark = postmarkedOn === null ? null : `${words.postmarkedOn} ${formatDay(postmarkedOn)}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-2 first:border-t-0">
      <Link
        to="/cong-van-den/$letterId"
        params={{ letterId }}
        className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-2"
      >
        {words.number} {numberOf(letter)}
      </Link>
      <span className="text-sm text-ink-2">{[formatInstant(receivedAt), postmark].filter(Boolean).join(" · ")}</span>
      <span className="w-full text-ink-2">{about}</span>
    </li>
  );
}
