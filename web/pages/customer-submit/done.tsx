import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { Title } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { PromisedDays } from "../../customer/parts/promised-days.tsx";
import { QrCode } from "../../customer/parts/qr-code.tsx";
import { Link } from "../../customer/router.tsx";
import { wordsOfCustomer } from "../../customer/words.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Taken } from "./draft.ts";
import { namedIn } from "./field-names.ts";
import { wordsOfSubmit } from "./words.ts";

/** The receipt: number, code, and what happens when. */
export function Done({ taken, content, onAnother }: { taken: Taken; content: string; onAnother: () => void }) {
  const words = useWords(wordsOfSubmit);
  const chosen = useLanguage();
  const { number, code, url, missing, promisedDays } = taken;
  return (
    <>
      <div className="mb-6 rounded-xl bg-kept-soft p-5">
        <CircleCheck size={36} className="mb-2 text-kept" aria-hidden />
        <Title takesFocus>{words.done}</Title>
        <p>
          {words.number}: <strong className="font-semibold whitespace-nowrap">{number}</strong>
        </p>
      </div>
      <Code code={code} url={url} />
      <h2 className="mt-8 mb-2 text-xl font-semibold">{words.whatNext}</h2>
      <PromisedDays days={promisedDays} />
      {missing.length > 0 && (
        <>
          <h2 className="mt-8 mb-1 text-xl font-semibold">{words.missing}</h2>
          <p className="text-ink-2">{words.missingHint}</p>
          <ul className="list-disc pl-6">
            {namedIn(missing, chosen).map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <h2 className="mt-8 mb-1 text-xl font-semibold">{words.written}</h2>
      <p className="break-words whitespace-pre-line">{content}</p>
      <div className="no-print mt-8 flex flex-col gap-2 sm:flex-row">
        <Link
          to={`/tra-cuu/${code}`}
          className="inline-flex min-h-12 items-center justify-center rounded-lg bg-accent px-5 font-medium text-on-accent hover:bg-accent-strong"
        >
          {words.follow}
        </Link>
        <BigButton look="plain" onClick={() => print()}>
          {words.print}
        </BigButton>
        <BigButton look="link" onClick={onAnother}>
          {words.another}
        </BigButton>
      </div>
    </>
  );
}

function Code({ code, url }: { code: string; url: string }) {
  const words = useWords(wordsOfSubmit);
  const shared = useWords(wordsOfCustomer);
  const [isCopied, setCopied] = useState(false);
  return (
    <section className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 sm:flex-row sm:items-center">
      <QrCode text={url} label={words.qr} />
      <div className="min-w-0">
        <h2 className="text-lg font-semibold">{words.code}</h2>
        <p className="my-1 font-mono text-[1.125rem] font-semibold break-words sm:text-xl">{code}</p>
        <p className="text-ink-2">{words.codeHint}</p>
        <BigButton
          look="plain"
          className="no-print mt-3"
          onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
        >
          <span aria-live="polite">{isCopied ? shared.copied : words.copy}</span>
        </BigButton>
      </div>
    </section>
  );
}
