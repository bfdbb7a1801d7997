import { formatTime } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { useFile } from "../file.ts";
import { titleOf } from "../timeline/event-words.ts";
import { Notice } from "./notice.tsx";
import type { Meanwhile, NotDone } from "./told.ts";
import { wordsOfForm } from "./words.ts";

/** Why a form was not carried out, and what to do about it. */
export function ToldNotDone({ told, complaintId }: { told: NotDone; complaintId: string }) {
  const words = useWords(wordsOfForm);
  switch (told.kind) {
    case "refused":
      return <Notice tone="late" title={told.message} />;
    case "lost":
      return <Notice tone="soon" title={words.lost} />;
    case "sent-before":
      return <Notice tone="soon" title={words.sentBefore} />;
    case "meanwhile":
      return (
        <Notice tone="soon" title={words.meanwhile}>
          <MeanwhileDone meanwhile={told.meanwhile} complaintId={complaintId} />
          <p>{words.meanwhileHint}</p>
        </Notice>
      );
  }
}

/** Who did what meanwhile, in the words of the timeline as soon as that is read again. */
function MeanwhileDone({ meanwhile, complaintId }: { meanwhile: Meanwhile; complaintId: string }) {
  const words = useWords(wordsOfForm);
  const { file } = useFile(complaintId);
  const who = ({ kind, name }: { kind: string; name?: string }) =>
    name ?? (kind === "customer" ? words.customer : words.system);
  const what = (sequence: number) => {
    const event = file?.happenings.events.find((each) => each.sequence === sequence);
    return event && file ? titleOf(event, file.names) : undefined;
  };
  return (
    <ul className="my-1">
      {meanwhile.done.map(({ sequence, recordedAt, by }) => (
        <li key={sequence}>{[formatTime(recordedAt), who(by), what(sequence)].filter(Boolean).join(" · ")}</li>
      ))}
    </ul>
  );
}
