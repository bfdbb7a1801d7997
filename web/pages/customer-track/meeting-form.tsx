import { addressOf } from "../../api/ask.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useKept } from "../../customer/use-kept.ts";
import { useWords } from "../../words/language.ts";
import { useCustomerDeed, type Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

/** I come, or I cannot; until the meeting the customer may think better of it. */
export function MeetingForm({
  code,
  meeting: { meetingId, comes },
}: {
  code: string;
  meeting: Tracked["meetings"][number];
}) {
  const words = useWords(wordsOfTrack);
  const [why, setWhy] = useKept(`meeting:${code}:${meetingId}`);
  const answering = useCustomerDeed("POST /public/complaints/:code/meetings/:meetingId/answers", code, {
    onDone: () => setWhy(""),
  });
  const answer = (says: boolean) => {
    const text = why.trim();
    const body = { comes: says, ...(says || text === "" ? {} : { words: text }) };
    answering.mutate({ parts: { params: { code, meetingId }, body } });
  };
  return (
    <>
      <p className="mb-3">
        <a
          href={addressOf("GET /public/complaints/:code/meetings/:meetingId/calendar", { params: { code, meetingId } })}
          className="inline-flex min-h-11 items-center underline"
          download
        >
          {words.toCalendar}
        </a>
      </p>
      {comes !== null && (
        <p role="status" className="mb-3">
          {comes ? words.saidComes : words.saidComesNot}
        </p>
      )}
      <TextQuestion
        label={words.whyNot}
        rows={2}
        isOptional
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
      {answering.error && <Trouble error={answering.error} />}
      <div className="flex flex-col gap-2 sm:flex-row">
        {comes !== true && (
          <BigButton isBusy={answering.isPending} onClick={() => answer(true)}>
            {words.comes}
          </BigButton>
        )}
        {comes !== false && (
          <BigButton look="plain" isBusy={answering.isPending} onClick={() => answer(false)}>
            {words.comesNot}
          </BigButton>
        )}
      </div>
    </>
  );
}
