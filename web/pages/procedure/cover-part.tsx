import type { ReactNode } from "react";
import { useWords } from "../../words/language.ts";
import { formatDate } from "./days.ts";
import type { EditionDocument, PartOf } from "./edition.ts";
import { Listed, Sources, Table, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** The cover as it stands on paper: letterhead, title, number; then sign-off and change log. */
export function CoverPart({ edition }: PartOf) {
  const { header, organisation } = edition;
  return (
    <div className="flex flex-col gap-5">
      <header className="grid overflow-hidden rounded-lg border border-edge wide:grid-cols-[8rem_1fr_17rem] lg:grid-cols-[14rem_1fr_18rem]">
        <p className="flex items-center justify-center border-edge p-3 text-center narrow:border-b wide:border-r">
          {organisation.letterhead ?? organisation.name}
        </p>
        <h1 className="flex items-center justify-center p-4 text-center text-xl font-semibold text-balance uppercase">
          {header.title}
        </h1>
        <NumberBox edition={edition} />
      </header>
      <Facts edition={edition} />
      <SignOff header={header} />
      <ChangeLog header={header} />
      <Definitions header={header} />
    </div>
  );
}

type Header = EditionDocument["header"];

function NumberBox({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const { header, ref } = edition;
  const blank = <span className="text-ink-3">{words.blank}</span>;
  const stated = header.effectiveOnStated ? "" : ` (${words.notStated})`;
  const lines: [string, ReactNode][] = [
    [words.number, header.number ?? blank],
    [words.effectiveOn, formatDate(header.effectiveOn) + stated],
    ...(header.publishedOn ? [[words.publishedOn, formatDate(header.publishedOn)] as [string, ReactNode]] : []),
    [words.revisedOn, header.revisedOn ? formatDate(header.revisedOn) : blank],
    [words.edition, header.edition ?? blank],
    [words.pages, header.pages === null ? blank : String(header.pages).padStart(2, "0")],
    [words.lawFrom, formatDate(ref.lawEffectiveOn)],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-edge p-3 text-sm narrow:border-t wide:border-l">
      {lines.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Facts({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const { header, levels, rounds } = edition;
  const many = (most: number | null) => (most === null ? words.unlimited : String(most));
  const lines: [string, ReactNode][] = [
    [words.purpose, header.purpose],
    [words.scope, header.scope.join("; ")],
    [words.formerNumber, header.formerNumber],
    [words.related, header.relatedDocuments && (header.relatedDocuments.join("; ") || words.none)],
    [words.responsible, header.responsibleUnits?.join(", ")],
    [words.improvedBy, header.improvedBy],
    [words.principles, header.principles.length > 0 && header.principles.map(({ text }) => text).join(" ")],
    [words.levels, `${many(levels)}, ${many(rounds)}`],
    [words.stamp, header.stamp && stampText(header.stamp)],
    [words.source, <Sources key="source" of={header.source} />],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[12rem_1fr]">
      {lines
        .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== "")
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="min-w-0 break-words max-sm:mb-1">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function stampText(stamp: NonNullable<Header["stamp"]>): string {
  const stampedOn = stamp.stampedOn === null ? "" : `, ${formatDate(stamp.stampedOn)}`;
  return `${stamp.text} – ${stamp.by}${stampedOn}`;
}

function SignOff({ header }: { header: Header }) {
  const words = useWords(wordsOfProcedure);
  return (
    <div>
      <Under isTop>{words.signOff}</Under>
      {header.signOff.length === 0 ? (
        <p className="text-ink-3">{words.noSignOff}</p>
      ) : (
        <Table
          caption={words.signOff}
          head={[words.signStep, words.signName, words.signPost, words.signDay]}
          rows={header.signOff.map(({ step, label, name, post, signedOn }) => ({
            key: step,
            cells: [label, name, post, signedOn ? formatDate(signedOn) : words.blank],
          }))}
        />
      )}
    </div>
  );
}

function ChangeLog({ header }: { header: Header }) {
  const words = useWords(wordsOfProcedure);
  return (
    <div>
      <Under isTop>{words.changeLog}</Under>
      {header.changeLog.length === 0 ? (
        <p className="text-ink-3">{words.noChange}</p>
      ) : (
        <Table
          caption={words.changeLog}
          head={[words.edition, words.oldText, words.newText, words.changedOn]}
          rows={header.changeLog.map((change) => ({
            key: change.old,
            cells: [change.edition, change.old, change.new, formatDate(change.changedOn)],
          }))}
        />
      )}
    </div>
  );
}

function Definitions({ header }: { header: Header }) {
  const words = useWords(wordsOfProcedure);
  if (!header.definitions || header.definitions.length === 0) return null;
  return (
    <div>
      <Under isTop>{words.definitions}</Under>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[8rem_1fr]">
        {header.definitions.map(({ term, meaning }) => (
          <div key={term} className="contents">
            <dt className="font-medium">{term}</dt>
            <dd>
              <Listed items={[meaning]} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
