import { ExternalLink } from "lucide-react";
import { useAnswer } from "../../api/use-answer.ts";
import { useSession } from "../../staff/session.ts";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { PartOf } from "./edition.ts";
import { Part } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** The page that customers read, and what its readers think of it. */
export function PublishedPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const session = useSession();
  const { procedure } = edition.ref;
  const { data } = useAnswer("GET /procedures/:procedure/ratings", { params: { procedure } });
  return (
    <div className="no-print">
      <Part id="published" title={words.published}>
        <p>
          <a
            href={`/quy-trinh-cong-khai/${session.organisation}`}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 text-accent underline"
          >
            {words.openPublished}
            <ExternalLink size={14} aria-hidden />
          </a>
        </p>
        {data && data.ratings.length > 0 && (
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {(["article", "help-centre"] as const).map((of) => {
              const given = data.ratings.filter((rating) => rating.of === of);
              const count = given.reduce((sum, rating) => sum + rating.count, 0);
              if (count === 0) return null;
              const yes = given.find(({ score }) => score === 5)?.count ?? 0;
              const mean = given.reduce((sum, rating) => sum + rating.score * rating.count, 0) / count;
              return (
                <li key={of}>
                  {of === "article"
                    ? words.articleHelps(formatNumber(yes), formatNumber(count))
                    : words.helpCentreScore(formatNumber(Math.round(mean * 10) / 10), formatNumber(count))}
                </li>
              );
            })}
          </ul>
        )}
        {data?.ratings.length === 0 && <p className="text-ink-3">{words.noRatings}</p>}
      </Part>
    </div>
  );
}
