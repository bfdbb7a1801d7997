import { useMutation } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { addressOf, ask, download } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { TextField } from "../../parts/field.tsx";
import { saveAs } from "../../parts/save-as.ts";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatBytes, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { PaperTemplates } from "./word-templates-part.tsx";
import { wordsOfWordTemplates } from "./words-of-word-templates.ts";

/** The versions of one paper's template: which is in use, a sample of each, and the way back to the program's layout. */
export function WordTemplateVersions({ paper, name }: { paper: PaperTemplates; name: string }) {
  const words = useWords(wordsOfWordTemplates);
  const [number, setNumber] = useState("");
  const params = { paper: paper.paper };
  const deed = useDeed("PUT /word-templates/:paper", {
    onDone: ({ versionOn }) => tell(versionOn === null ? words.off(name) : words.on(name, versionOn)),
  });
  const choose = (version: number | null) => deed.mutate({ parts: { params, body: { version } } });
  return (
    <section aria-label={`${words.versions}: ${name}`} className="flex flex-col gap-2">
      <h2 className="text-sm font-medium text-ink-2">{words.versions}</h2>
      {paper.versions.length === 0 && <p className="text-ink-2">{words.none}</p>}
      {paper.versions.length > 0 && (
        <>
          <TextField
            label={words.ofComplaint}
            hint={words.ofComplaintHint}
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <ol className="overflow-hidden rounded-lg border border-line bg-surface">
            {paper.versions.map((version) => (
              <VersionRow
                key={version.version}
                {...{ paper, name, version, number }}
                isBusy={deed.isPending}
                onChoose={() => choose(version.version)}
              />
            ))}
          </ol>
        </>
      )}
      <Refused error={deed.error} />
      {paper.versionOn !== null && (
        <div>
          <Button isBusy={deed.isPending} onClick={() => choose(null)}>
            {words.switchOff}
          </Button>
        </div>
      )}
    </section>
  );
}

type Row = {
  paper: PaperTemplates;
  name: string;
  version: PaperTemplates["versions"][number];
  /** Of the complaint that a sample is filled with. */
  number: string;
  isBusy: boolean;
  onChoose: () => void;
};

function VersionRow({ paper, name, version: each, number, isBusy, onChoose }: Row) {
  const words = useWords(wordsOfWordTemplates);
  const params = { paper: paper.paper, version: each.version };
  const [isUnknown, setUnknown] = useState(false);
  const sample = useMutation({
    mutationFn: async () => {
      const complaintId = number.trim() === "" ? undefined : await complaintOf(number.trim());
      setUnknown(complaintId === null);
      if (complaintId === null) return;
      const query = complaintId === undefined ? {} : { complaintId };
      const blob = await download("GET /word-templates/:paper/versions/:version/sample", { params, query }, {});
      saveAs(blob, `${words.sample} ${name}.docx`);
    },
  });
  const of = (label: string) => `${label}: ${name}, ${words.version(each.version)}`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-2 first:border-t-0">
      <div className="min-w-48 grow basis-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{words.version(each.version)}</span>
          {each.isOn && <Badge tone="kept">{words.isOn}</Badge>}
          <span className="break-all text-ink-2">{each.name}</span>
        </p>
        <p className="text-sm text-ink-2">
          {words.by(each.uploadedBy, formatInstant(each.uploadedAt))} · {formatBytes(each.bytes)}
        </p>
        {isUnknown && <p role="alert">{words.noComplaint}</p>}
        <Refused error={sample.error} />
      </div>
      <Button isBusy={sample.isPending} aria-label={of(words.sample)} onClick={() => sample.mutate()}>
        {words.sample}
      </Button>
      <a
        href={addressOf("GET /word-templates/:paper/versions/:version/file", { params })}
        download
        aria-label={of(words.file)}
        className="inline-flex size-11 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken hover:text-ink sm:size-9"
      >
        <FileDown size={16} aria-hidden />
      </a>
      {!each.isOn && (
        <Button look="primary" isBusy={isBusy} aria-label={of(words.switchOn)} onClick={onChoose}>
          {words.switchOn}
        </Button>
      )}
    </li>
  );
}

/** The id of the complaint of a number; null where there is none that one may see. */
async function complaintOf(number: string): Promise<string | null> {
  const { items } = await ask("GET /complaints", { query: { search: number, open: "all", limit: 5 } });
  return items.find((each) => each.number.toLowerCase() === number.toLowerCase())?.complaintId ?? null;
}
