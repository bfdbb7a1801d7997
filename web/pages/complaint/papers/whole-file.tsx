import { BookMarked } from "lucide-react";
import { addressOf, type Answer } from "../../../api/ask.ts";
import { useAnswer, useDeed } from "../../../api/use-answer.ts";
import { Button } from "../../../parts/button.tsx";
import { Refused } from "../../../parts/states.tsx";
import { useWords } from "../../../words/language.ts";
import { wordsOfUnbound, wordsOfWholeFile } from "./words-of-whole-file.ts";

const ASK_EVERY_MS = 700;

const path = "GET /complaints/:complaintId/bound-files";
type Dossier = Answer<typeof path>["dossiers"][number];

/** The whole file as one PDF: bound when it is asked for, and there again for a while whoever leaves meanwhile. */
export function WholeFile({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfWholeFile);
  const deed = useDeed("POST /complaints/:complaintId/bound-files");
  const params = { complaintId };
  const isBinding = useAnswer(path, { params }).data?.dossiers[0]?.status === "binding";
  const [latest] = useAnswer(path, { params }, isBinding ? { everyMs: ASK_EVERY_MS } : {}).data?.dossiers ?? [];
  return (
    <div className="mt-4 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button
          icon={<BookMarked size={16} aria-hidden />}
          isBusy={deed.isPending}
          onClick={() => deed.mutate({ parts: { params } })}
        >
          {words.bind}
        </Button>
        <span className="text-sm text-ink-2">{words.about}</span>
      </div>
      <Refused error={deed.error} />
      {latest && <HowFar complaintId={complaintId} dossier={latest} />}
    </div>
  );
}

function HowFar({ complaintId, dossier: data }: { complaintId: string; dossier: Dossier }) {
  const words = useWords(wordsOfWholeFile);
  const reasons = useWords(wordsOfUnbound);
  const params = { complaintId, dossierId: data.dossierId };
  if (data.status === "failed")
    return (
      <p role="alert" className="mt-2 text-late">
        {words.failed}
      </p>
    );
  if (data.status === "binding")
    return (
      <p role="status" className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <progress value={data.done} max={Math.max(data.documents, 1)} className="w-40" />
        {words.binding(data.done, data.documents)}
      </p>
    );
  return (
    <div role="status" className="mt-2">
      <a
        href={addressOf("GET /complaints/:complaintId/bound-files/:dossierId/content", { params })}
        download
        className="inline-flex min-h-9 items-center text-accent underline"
      >
        {words.download(data.pages ?? 0)}
      </a>
      {data.unbound.length > 0 && (
        <>
          <p className="text-sm text-ink-2">{words.unbound}</p>
          <ul className="text-sm">
            {data.unbound.map(({ sha256, name, why }) => (
              <li key={sha256} className="break-words">
                {name}: {reasons[why]}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
