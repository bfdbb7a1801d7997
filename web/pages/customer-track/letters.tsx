import { useMutation, useQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { ask, download } from "../../api/ask.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { saveAs } from "../../parts/save-as.ts";
import { useNow } from "../../parts/use-now.ts";
import { formatBytes, formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { OneTimeCode } from "./one-time-code.tsx";
import type { Passes } from "./passes.ts";
import type { Tracked } from "./use-customer-deed.ts";
import { wordsOfChannels, wordsOfLetters, wordsOfTold, wordsOfTrack } from "./words.ts";

type Props = { code: string; tracked: Tracked; passes: Passes };

/** Everything that was answered to the customer, and the papers; each opens with a one-time code. */
export function Letters({ code, tracked, passes }: Props) {
  const words = useWords(wordsOfTrack);
  const nameOf = useNameOf();
  const [openedId, setOpened] = useState<string | null>(null);
  if (tracked.letters.length === 0) return <p className="text-ink-2">{words.noLetters}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {tracked.letters.map(({ letterId, number, at, opens, followedAs, ...letter }) => (
        <li key={letterId} className="rounded-xl border border-line bg-surface px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <div>
              <p className="font-medium">{nameOf(letter)}</p>
              <p className="text-base text-ink-2">
                {formatDay(at)}
                {number !== null && `, ${words.letterNumber(number)}`}
              </p>
              {followedAs !== null && <p className="text-base font-medium text-soon">{words[followedAs]}</p>}
            </div>
            {opens ? (
              <BigButton
                look="plain"
                aria-expanded={openedId === letterId}
                aria-label={`${words.openLetter}: ${nameOf(letter)}, ${formatDay(at)}`}
                onClick={() => setOpened(openedId === letterId ? null : letterId)}
              >
                {words.openLetter}
              </BigButton>
            ) : (
              <span className="text-base text-ink-2">{words.onPaper}</span>
            )}
          </div>
          {openedId === letterId && <Letter {...{ code, tracked, passes, letterId }} />}
        </li>
      ))}
    </ul>
  );
}

function useNameOf(): (letter: Pick<Tracked["letters"][number], "name" | "kind" | "toldBy">) => string {
  const kinds = useWords(wordsOfLetters);
  const told = useWords(wordsOfTold);
  const ways = useWords(wordsOfChannels);
  const packName = usePackName();
  return ({ name, kind, toldBy }) =>
    toldBy === null ? (packName(name) ?? kinds[kind]) : `${told[kind]} ${ways[toldBy]}`;
}

function Letter({ code, tracked, passes, letterId }: Props & { letterId: string }) {
  const pass = passes.passFor("documents", useNow());
  const params = { code, letterId };
  const { data, error, refetch } = useQuery({
    queryKey: ["letter", params],
    queryFn: ({ signal }) => ask("GET /public/complaints/:code/letters/:letterId", { params }, { pass, signal }),
    enabled: pass !== undefined,
  });
  if (pass === undefined && !data) {
    return (
      <div className="mt-3">
        <OneTimeCode {...{ code, passes }} purpose="documents" sentTo={tracked.sentTo} />
      </div>
    );
  }
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="mt-3 border-t border-line pt-3">
      {data.text !== null && <p className="break-words whitespace-pre-line">{data.text}</p>}
      {data.documents.map((document) => (
        <Download key={document.attachmentId} {...{ code, letterId, document, pass }} />
      ))}
      {data.hasPdf && <AsPdf {...{ code, letterId, pass }} />}
    </div>
  );
}

/** What came as a message, as a letter to be kept or printed. */
function AsPdf({ code, letterId, pass }: { code: string; letterId: string; pass: string | undefined }) {
  const words = useWords(wordsOfTrack);
  const operation = "GET /public/complaints/:code/letters/:letterId/pdf";
  const fetching = useMutation({
    mutationFn: () => download(operation, { params: { code, letterId } }, { pass }),
    onSuccess: (blob) => saveAs(blob, `${words.letterFile}.pdf`),
  });
  return (
    <>
      <BigButton look="plain" className="mt-3" isBusy={fetching.isPending} onClick={() => fetching.mutate()}>
        <FileDown size={20} aria-hidden />
        {words.asPdf}
      </BigButton>
      {fetching.error && <Trouble error={fetching.error} />}
    </>
  );
}

function Download({
  code,
  letterId,
  document: { attachmentId, name, bytes },
  pass,
}: {
  code: string;
  letterId: string;
  document: { attachmentId: string; name: string; bytes: number };
  pass: string | undefined;
}) {
  const words = useWords(wordsOfTrack);
  const operation = "GET /public/complaints/:code/letters/:letterId/documents/:attachmentId";
  const fetching = useMutation({
    mutationFn: () => download(operation, { params: { code, letterId, attachmentId } }, { pass }),
    onSuccess: (blob) => saveAs(blob, name),
  });
  return (
    <>
      <BigButton look="plain" className="mt-3" isBusy={fetching.isPending} onClick={() => fetching.mutate()}>
        <FileDown size={20} aria-hidden />
        {words.downloadFile(name)} ({formatBytes(bytes)})
      </BigButton>
      {fetching.error && <Trouble error={fetching.error} />}
    </>
  );
}
