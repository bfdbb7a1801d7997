import { useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Part, Sources, Under } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

type Line = { name: string; more: readonly (string | null | false)[]; source: readonly string[] };

/** Units, roles, channels and who may complain. */
export function PartiesPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  return (
    <Part id="parties" title={words.parties}>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        <Group
          title={words.channels}
          lines={edition.channels.map(({ name, address, written, source }) => ({
            name,
            more: [address, written && words.written],
            source,
          }))}
        />
        <Group
          title={words.complainants}
          lines={edition.complainants.map(({ name, needs, source }) => ({
            name,
            more: [needs.length > 0 && `${words.needs}: ${needs.join(", ")}`],
            source,
          }))}
        />
        <Group
          title={words.units}
          lines={edition.units.map(({ name, fullName, under, source }) => ({
            name,
            more: [fullName, under && `${words.under}: ${under}`],
            source,
          }))}
        />
        <Group
          title={words.roles}
          lines={edition.roles.map(({ name, unit, source }) => ({ name, more: [unit], source }))}
        />
      </div>
    </Part>
  );
}

function Group({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <div>
      <Under>{title}</Under>
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map(({ name, more, source }, index) => (
          <li key={`${index} ${name}`}>
            {[name, ...more].filter(Boolean).join(" – ")} <Sources of={source} />
          </li>
        ))}
      </ul>
    </div>
  );
}
