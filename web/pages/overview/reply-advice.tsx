import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { wordsOfReply } from "../complaint/actions/reply/words.ts";
import { Card } from "./card.tsx";
import { wordsOfOverview } from "./words.ts";

/** How written replies of each team stood to what is advised: of teams, never of people. */
export function RepliesByTeam() {
  const words = useWords(wordsOfOverview);
  const names = useWords(wordsOfReply);
  const packName = usePackName();
  const { data } = useAnswer("GET /reply-advice", { query: {} });
  if (!data || data.units.length === 0) return null;
  return (
    <Card title={words.replies}>
      <p className="text-sm text-ink-2">{words.repliesHint(data.days)}</p>
      {data.units.map(({ unit, name, advice }) => (
        <section key={unit ?? ""} aria-label={packName(name) ?? words.noUnit}>
          <h3 className="mt-1 font-medium">{packName(name) ?? words.noUnit}</h3>
          <ul>
            {advice.map(({ advice: id, kept, of }) => (
              <li key={id} className="flex items-baseline justify-between gap-3 py-0.5">
                <span>{names[id]}</span>
                <span className="shrink-0 text-ink-2">{words.ofReplies(kept, of)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
