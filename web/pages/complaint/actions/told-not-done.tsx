import { formatTime } from "../../../words/format.ts";
import { useWords } from "../../../words/language.ts";
import { Notice } from "./notice.tsx";
import type { Meanwhile, NotDone } from "./told.ts";
import { wordsOfForm } from "./words.ts";

/** Why a form was not carried out, and what to do about it. */
export function ToldNotDone({ told }: { told: NotDone }) {
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
          <MeanwhileDone meanwhile={told.meanwhile} />
          <p>{words.meanwhileHint}</p>
        </Notice>
      );
  }
}

function MeanwhileDone({ meanwhile }: { meanwhile: Meanwhile }) {
  const words = useWords(wordsOfForm);
  const who = ({ kind, name }: { kind: string; name?: string }) =>
    name ?? (kind === "customer" ? words.customer : words.system);
  return (
    <ul className="my-1">
      {meanwhile.done.map(({ sequence, type, recordedAt, by }) => (
        <li key={sequence}>
          {formatTime(recordedAt)} · {who(by)} · {type}
        </li>
      ))}
    </ul>
  );
}
