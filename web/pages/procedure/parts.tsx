import { createContext, useContext, type ReactNode } from "react";
import { useWords } from "../../words/language.ts";
import type { EditionDocument } from "./edition.ts";
import { wordsOfProcedure } from "./words.ts";

/** A part of the document, under its own address on the page. */
export function Part({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4 border-t border-line pt-5 first:border-t-0">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** A heading inside a part; `isTop`: above all parts. */
export function Under({ isTop = false, children }: { isTop?: boolean; children: ReactNode }) {
  const Heading = isTop ? "h2" : "h3";
  return <Heading className="font-semibold text-ink">{children}</Heading>;
}

/** Where the cited rows stand in the written text. */
export const ClausesContext = createContext<EditionDocument["clauses"]>([]);

/** Where a value comes from: clauses of the written text as it numbers them, clauses of the law, usage. */
export function Sources({ of }: { of: readonly string[] }) {
  const words = useWords(wordsOfProcedure);
  const clauses = useContext(ClausesContext);
  return (
    <span className="text-xs text-ink-3">
      {of.map((each, index) => {
        const clause = clauses.find(({ row }) => row === each);
        const plain = each.replace(/^law: /, "").replace(/^practice: /, `${words.notInText}: `);
        return (
          <span key={each}>
            {index > 0 && " · "}
            {clause ? (
              <a href={`#${each}`} title={clause.quote ?? undefined} className="underline">
                {clause.at}
              </a>
            ) : (
              plain
            )}
          </span>
        );
      })}
    </span>
  );
}

export type Row = { key: string; cells: readonly ReactNode[] };

/** A table on a desk and on paper; on a telephone each row is a card with its labels. */
export function Table({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly Row[] }) {
  return (
    <table className="w-full border-collapse text-left align-top narrow:block print:text-xs">
      <caption className="sr-only">{caption}</caption>
      <thead className="narrow:sr-only">
        <tr>
          {head.map((label) => (
            <th key={label} scope="col" className="border-b border-edge py-1.5 pr-4 text-sm font-medium text-ink-3">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="narrow:flex narrow:flex-col narrow:gap-2">
        {rows.map(({ key, cells }) => (
          <tr
            key={key}
            className="break-inside-avoid align-top narrow:flex narrow:flex-col narrow:gap-1 narrow:rounded-lg narrow:border narrow:border-line narrow:p-3"
          >
            {cells.map((cell, index) => (
              <Cell key={head[index]} label={head[index] ?? ""} isFirst={index === 0}>
                {cell}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ label, isFirst, children }: { label: string; isFirst: boolean; children: ReactNode }) {
  const isEmpty = children === null || children === undefined || children === "";
  if (isFirst) {
    return (
      <th scope="row" className="py-2 pr-4 font-medium narrow:p-0 wide:border-b wide:border-line">
        {children}
      </th>
    );
  }
  return (
    <td className={`py-2 pr-4 break-words narrow:p-0 wide:border-b wide:border-line ${isEmpty ? "narrow:hidden" : ""}`}>
      <span className="mr-1.5 text-sm text-ink-3 wide:hidden">{label}:</span>
      {children}
    </td>
  );
}

/** Things side by side in one line of text, or a dash where there are none. */
export function Listed({ items }: { items: readonly string[] }) {
  return items.length === 0 ? <span className="text-ink-3">–</span> : <>{items.join(", ")}</>;
}
