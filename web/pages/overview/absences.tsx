import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/ask.ts";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { Card } from "./card.tsx";
import { useSession } from "../../staff/session.ts";
import { wordsOfOverview } from "./words.ts";

/** Who is away, who stands in, and what lies on the absent one's desk. */
export function Absences({ items }: { items: Answer<"GET /overview">["absences"] }) {
  const words = useWords(wordsOfOverview);
  const { may } = useSession();
  return (
    <Card title={words.absences} aside={may.administer && <ToPeople />}>
      {items.length === 0 && <p className="text-ink-2">{words.noAbsences}</p>}
      <ul>
        {items.map(({ personId, name, untilOn, deputies, open }) => (
          <li key={personId} className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 first:border-t-0">
            <span className="font-medium">{name}</span>
            <span className="text-ink-2">{words.until(formatDay(untilOn))}</span>
            <span className="grow text-ink-2">{words.standsIn(deputies.join(", "))}</span>
            <Link to="/viec" search={{ queue: "all", ownerId: personId }} className="text-accent underline">
              {words.openOf(open)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Deputies are named where people are kept. */
function ToPeople() {
  const words = useWords(wordsOfOverview);
  return (
    <a href="/quan-tri?part=people" className="text-sm text-accent underline">
      {words.nameDeputy}
    </a>
  );
}
