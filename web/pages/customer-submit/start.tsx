import { Title } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { useWords } from "../../words/language.ts";
import type { Draft } from "./draft.ts";
import { wordsOfSubmit } from "./words.ts";

/** What it takes, before anything is asked; and what was written last time. */
export function Start({
  draft,
  hasFiles,
  onStart,
  onForget,
}: {
  draft: Draft;
  hasFiles: boolean;
  onStart: () => void;
  onForget: () => void;
}) {
  const words = useWords(wordsOfSubmit);
  const isBegun = hasFiles || draft.kind !== null || Object.values(draft.values).some((value) => value.trim() !== "");
  return (
    <>
      <Title>{words.title}</Title>
      <p>{words.intro}</p>
      <h2 className="mt-5 mb-1 text-lg font-semibold">{words.needed}</h2>
      <ul className="list-disc pl-6">
        <li>{words.neededNumber}</li>
        <li>{words.neededPhotos}</li>
      </ul>
      <p className="mt-5 mb-6">{words.after}</p>
      {isBegun && <p className="mb-4 rounded-xl bg-accent-soft p-4 text-accent-strong">{words.kept}</p>}
      <div className="flex flex-col gap-2 sm:flex-row">
        <BigButton onClick={onStart}>{isBegun ? words.goOn : words.start}</BigButton>
        {isBegun && (
          <BigButton look="link" onClick={onForget}>
            {words.anew}
          </BigButton>
        )}
      </div>
    </>
  );
}
