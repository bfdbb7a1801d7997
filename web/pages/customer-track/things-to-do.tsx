import { lazy, Suspense, type ReactNode } from "react";
import { Waiting } from "../../customer/parts/states.tsx";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { InformationForm } from "./information-form.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { OnwardForm } from "./onward-form.tsx";
import type { Passes } from "./passes.ts";
import type { Tracked } from "./use-customer-deed.ts";
import { VerdictForm } from "./verdict-form.tsx";
import { wordsOfTrack } from "./words.ts";

const SignPaper = lazy(async () => ({ default: (await import("./sign-paper.tsx")).SignPaper }));

type Props = { code: string; tracked: Tracked; passes: Passes };

/** What is open to the customer now, as the server says; nothing is shown that is not. */
export function ThingsToDo({ code, tracked, passes }: Props) {
  const words = useWords(wordsOfTrack);
  const packName = usePackName();
  const { may, questions, meetings, toSign } = tracked;
  const open = questions.filter(({ answeredAt }) => answeredAt === null);
  return (
    <div className="mt-4 flex flex-col gap-4">
      {may.informationReceived &&
        open.map(({ requestId, wanted, message }) => (
          <Card key={requestId} title={words.question}>
            <ul className="mb-2 list-disc pl-6">
              {wanted.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            {message !== null && <p className="mb-3 whitespace-pre-line">{message}</p>}
            <InformationForm {...{ code, tracked, requestId }} />
          </Card>
        ))}
      {may.invitationAnswered &&
        meetings
          .filter(({ isOpen }) => isOpen)
          .map((meeting) => (
            <Card key={meeting.meetingId} title={words.meeting}>
              <p className="mb-3 font-medium">
                {words.meetingAt(formatInstant(meeting.meetingAt), meeting.place ?? "")}
              </p>
              <MeetingForm {...{ code, meeting }} />
            </Card>
          ))}
      {may.signed &&
        toSign.map(({ paperId, name }) => (
          <Card key={paperId} title={words.sign(packName(name))}>
            <Suspense fallback={<Waiting />}>
              <SignPaper {...{ code, tracked, passes, paperId }} />
            </Suspense>
          </Card>
        ))}
      <Opinion {...{ code, tracked, passes }} />
      {may.nextLevel && <OnwardForm code={code} to="escalations" />}
      {may.nextRound && <OnwardForm code={code} to="rounds" />}
    </div>
  );
}

/** What the customer said, or the question; who said something may think better of it as long as the procedure lets them. */
function Opinion({ code, tracked, passes }: Props) {
  const words = useWords(wordsOfTrack);
  const { may, verdict, where } = tracked;
  const form = <VerdictForm {...{ code, tracked, passes }} />;
  if (!verdict || verdict.accepts === "silent") {
    return may.verdicts.length > 0 ? <Card title={words.verdict}>{form}</Card> : null;
  }
  const day = formatDay(verdict.at);
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <p>{verdict.accepts === "yes" ? words.saidAccept(day) : words.saidNot(day)}</p>
      {may.verdicts.length > 0 && where === "answered" && (
        <details>
          <summary className="flex min-h-11 items-center text-accent underline">{words.changeMind}</summary>
          {form}
        </details>
      )}
    </div>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-xl border-2 border-accent bg-surface p-4">
      <h2 className="mb-2 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
