import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { addressOf, handIn } from "../../api/ask.ts";
import { Field } from "../../parts/field.tsx";
import { FilePlace } from "../../parts/file-place.tsx";
import { Refused } from "../../parts/states.tsx";
import { formatBytes } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { WordTemplateFindings } from "./word-template-findings.tsx";
import { WordTemplateVersions } from "./word-template-versions.tsx";
import type { PaperTemplates } from "./word-templates-part.tsx";
import { wordsOfWordTemplates } from "./words-of-word-templates.ts";

type Shown = { paper: PaperTemplates; name: string; bytesMax: number };

/** One to begin from, the place to hand one in, what was found in it, and the versions that there are. */
export function WordTemplateOfPaper({ paper, name, bytesMax }: Shown) {
  const words = useWords(wordsOfWordTemplates);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string>();
  const params = { paper: paper.paper };
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (file: File) => handIn("POST /word-templates/:paper/versions", { params }, file, file.name),
    onSuccess: () => client.invalidateQueries(),
  });
  const take = ([file]: File[]) => {
    if (!file) return;
    setChosen(file.name);
    mutate(file);
  };
  return (
    <div className="flex flex-col gap-4 border-t border-line bg-page px-4 py-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a
          href={addressOf("GET /word-templates/:paper/starter", { params })}
          download
          className="inline-flex min-h-11 items-center gap-2 rounded-lg border border-edge bg-surface px-3.5 font-medium hover:bg-sunken sm:min-h-9"
        >
          <FileDown size={16} aria-hidden /> {words.starter}
        </a>
        <span className="basis-64 grow text-sm text-ink-2">{words.starterHint}</span>
      </p>
      <Field label={words.handIn} hint={words.size(formatBytes(bytesMax))}>
        {(control) => <FilePlace control={control} accept=".docx" disabled={isPending} onFiles={take} />}
      </Field>
      {isPending && <p role="status">{words.checking}</p>}
      {error && !isPending && <Refused error={error} />}
      {data && !isPending && <WordTemplateFindings checked={data} file={chosen ?? ""} />}
      <WordTemplateVersions {...{ paper, name }} />
    </div>
  );
}
