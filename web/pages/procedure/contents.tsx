import { useWords } from "../../words/language.ts";
import { wordsOfProcedure } from "./words.ts";

const parts = [
  "chart",
  "stages",
  "clocks",
  "kinds",
  "parties",
  "papers",
  "indicators",
  "clauses",
  "readings",
  "planned",
  "published",
  "changes",
] as const;

/** The parts of the document, on the left of a wide desk. */
export function Contents() {
  const words = useWords(wordsOfProcedure);
  return (
    <nav aria-label={words.contents} className="no-print sticky top-4 hidden w-52 shrink-0 xl:block">
      <ul className="flex flex-col gap-0.5">
        {parts.map((id) => (
          <li key={id}>
            <a href={`#${id}`} className="block rounded-lg px-3 py-1.5 text-ink-2 hover:bg-sunken hover:text-ink">
              {words[id]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
