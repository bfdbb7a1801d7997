import { useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { SelectField } from "../../parts/field.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { useEditions } from "./editions.ts";
import type { PartOf } from "./edition.ts";
import { Part, Table } from "./parts.tsx";
import { wordsOfProcedure } from "./words.ts";

/** What this edition says otherwise than another one, with the law of each. */
export function ChangesPart({ edition }: PartOf) {
  const words = useWords(wordsOfProcedure);
  const { ref } = edition;
  const others = useEditions().filter(({ hash, procedure }) => procedure === ref.procedure && hash !== ref.hash);
  const [since, setSince] = useState("");
  if (others.length === 0) return null;
  return (
    <div className="no-print">
      <Part id="changes" title={words.changes}>
        <SelectField
          label={words.comparedWith}
          className="max-w-full sm:max-w-xl"
          empty={words.choose}
          value={since}
          options={others.map(({ hash, label }) => ({ value: hash, label }))}
          onChange={({ target }) => setSince(target.value)}
        />
        {since !== "" && <Changes hash={ref.hash} since={since} />}
      </Part>
    </div>
  );
}

function Changes({ hash, since }: { hash: string; since: string }) {
  const words = useWords(wordsOfProcedure);
  const chosen = useLanguage();
  const { data, error, refetch } = useAnswer("GET /editions/:hash/changes", { params: { hash }, query: { since } });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  if (data.changes.length === 0) return <p>{words.noDifference}</p>;
  const value = (said: { vi: string; en: string } | null) =>
    said?.[chosen] ?? <span className="text-ink-3">{words.notThere}</span>;
  return (
    <Table
      caption={words.changes}
      head={[words.what, words.before, words.now]}
      rows={data.changes.map(({ path, where, wasSaid, isSaid, isOrder }) => ({
        key: path,
        cells: [
          <span key="where" title={path}>
            {where[chosen]}
          </span>,
          isOrder ? words.otherOrder : value(wasSaid),
          isOrder ? "" : value(isSaid),
        ],
      }))}
    />
  );
}
