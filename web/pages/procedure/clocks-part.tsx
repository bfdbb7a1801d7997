import { useLanguage, useWords } from "../../words/language.ts";
import type { EditionDocument, PartOf } from "./edition.ts";
import { Part, Sources, Table, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

type Clock = EditionDocument["clocks"][number];

/** Every clock: promises first, the law beside them, then what is only for the house. */
export function ClocksPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const of = (origin: Clock["origin"]) => edition.clocks.filter((clock) => clock.origin === origin);
  const groups = [
    { title: words.ofProcedure, clocks: of("procedure") },
    { title: words.ofLaw, clocks: of("law") },
    { title: words.internal, clocks: of("internal") },
  ];
  return (
    <Part id="clocks" title={words.clocks}>
      {groups
        .filter(({ clocks }) => clocks.length > 0)
        .map(({ title, clocks }) => (
          <div key={title}>
            <Under>{title}</Under>
            <Table
              caption={title}
              head={[words.clock, words.term, words.runs, words.owner, words.beside, words.source]}
              rows={clocks.map((clock) => ({ key: clock.id, cells: cellsOf(clock) }))}
            />
          </div>
        ))}
    </Part>
  );
}

function cellsOf(clock: Clock) {
  return [
    clock.name,
    <TermOf key="term" clock={clock} />,
    <Runs key="runs" clock={clock} />,
    <Told key="owner" told={clock.owner} />,
    clock.beside.length > 0 ? <Beside key="beside" clock={clock} /> : null,
    <Sources key="source" of={clock.source} />,
  ];
}

function Told({ told }: { told: { vi: string; en: string } }) {
  return <>{told[useLanguage()]}</>;
}

function TermOf({ clock }: { clock: Clock }) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  const marks = [
    clock.calendar === "national" && words.national,
    clock.calendar === "own" && words.own,
    clock.pauses && words.pausable,
    clock.extendable && words.extendable,
  ].filter(Boolean);
  return (
    <>
      <strong className="font-semibold">{clock.term[language]}</strong>
      {clock.terms.map(({ when, term }) => (
        <span key={when.vi} className="block text-sm">
          {term[language]} {words.ifThen(when[language])}
        </span>
      ))}
      {marks.length > 0 && <span className="block text-xs text-ink-3">{marks.join(", ")}</span>}
    </>
  );
}

function Runs({ clock }: { clock: Clock }) {
  const words = useWords(wordsOfProcedure);
  const language = useLanguage();
  const any = (list: Clock["start"]) => list.map((each) => each[language]).join(`; ${words.orElse} `);
  return (
    <>
      <span className="block">
        <span className="text-ink-3">{words.fromWhen}</span> {any(clock.start)}
      </span>
      <span className="block">
        <span className="text-ink-3">{words.untilWhen}</span> {any(clock.stop)}
      </span>
      {clock.from === "receipt" && <span className="block text-sm text-ink-2">{words.fromReceipt}</span>}
      {clock.void.length > 0 && (
        <span className="block text-sm text-ink-3">
          {words.voidWhen}: {any(clock.void)}
        </span>
      )}
    </>
  );
}

function Beside({ clock }: { clock: Clock }) {
  const language = useLanguage();
  return (
    <ul>
      {clock.beside.map(({ id, name, term }) => (
        <li key={id}>
          {name}: {term[language]}
        </li>
      ))}
    </ul>
  );
}
