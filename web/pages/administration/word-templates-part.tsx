import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { WordTemplateFields } from "./word-template-fields.tsx";
import { WordTemplateOfPaper } from "./word-template-of-paper.tsx";
import { wordsOfWordTemplates } from "./words-of-word-templates.ts";

export type Templates = Answer<"GET /word-templates">;
export type PaperTemplates = Templates["papers"][number];

/** The papers of the procedure, each in the program's layout or in a Word template of the provider's own. */
export function WordTemplatesPart() {
  const words = useWords(wordsOfWordTemplates);
  const { data, error, refetch } = useAnswer("GET /word-templates", {});
  const [open, setOpen] = useState<string>();
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <section className="flex flex-col gap-3">
        <p className="text-ink-2">{words.hint}</p>
        <p className="text-ink-2">{data.isSetAsPdf ? words.asPdf : words.asWord}</p>
        <ul className="overflow-hidden rounded-xl border border-line bg-surface">
          {data.papers.map((paper) => (
            <PaperRow
              key={paper.paper}
              {...{ paper }}
              bytesMax={data.bytesMax}
              isOpen={open === paper.paper}
              onToggle={() => setOpen(open === paper.paper ? undefined : paper.paper)}
            />
          ))}
        </ul>
      </section>
      <WordTemplateFields fields={data.fields} />
    </div>
  );
}

type Row = { paper: PaperTemplates; bytesMax: number; isOpen: boolean; onToggle: () => void };

function PaperRow({ paper, bytesMax, isOpen, onToggle }: Row) {
  const words = useWords(wordsOfWordTemplates);
  const name = usePackName()(paper.name);
  const { versionOn } = paper;
  const toggle = isOpen ? words.close : words.open;
  return (
    <li className="border-t border-line first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <p className="min-w-56 grow basis-0 font-medium">{name}</p>
        {versionOn === null ? <Badge>{words.ours}</Badge> : <Badge tone="accent">{words.own(versionOn)}</Badge>}
        <Button look="quiet" aria-expanded={isOpen} aria-label={`${toggle}: ${name}`} onClick={onToggle}>
          {toggle}
        </Button>
      </div>
      {isOpen && <WordTemplateOfPaper {...{ paper, name, bytesMax }} />}
    </li>
  );
}
