import { useRef, useState, type FormEvent } from "react";
import { ask } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { errorText, Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatBriefly, formatNumber } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { useNow } from "../../parts/use-now.ts";
import { BulkProgress } from "./bulk-progress.tsx";
import { linkAll, type Progress } from "./bulk.ts";
import type { Item } from "./use-rows.ts";
import { wordsOfBulk } from "./words-of-filters.ts";

/** Links all that were chosen to one incident: a running one, or one that is opened for them. */
export function IncidentDialog({ items, onClose }: { items: readonly Item[]; onClose: () => void }) {
  const words = useWords(wordsOfBulk);
  const chosen = useLanguage();
  const stop = useRef(new AbortController());
  const [progress, setProgress] = useState<Progress>();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const running = useAnswer("GET /incidents", { query: { show: "running", limit: 50 } });
  const link = async ({ incidentId, title }: { incidentId: string; title: string }) => {
    setRunning(true);
    setError(undefined);
    try {
      const { done, refused } = await linkAll(items, incidentId, {
        onProgress: setProgress,
        signal: stop.current.signal,
      });
      if (done.length > 0) tell(words.linked(formatNumber(done.length), title));
      if (refused.length === 0) onClose();
    } catch (why) {
      setError(why);
    }
    setRunning(false);
  };
  return (
    <Dialog title={words.linkTo(formatNumber(items.length))} isOpen onClose={onClose}>
      {error !== undefined && (
        <p role="alert" className="mb-3 font-medium text-late">
          {errorText(error, chosen)}
        </p>
      )}
      {progress ? (
        <BulkProgress progress={progress} onStop={isRunning ? () => stop.current.abort() : undefined} />
      ) : (
        <div className="flex flex-col gap-5">
          <RunningIncidents running={running} onChoose={(incident) => void link(incident)} />
          <NewIncident isOnly={running.data?.incidents.length === 0} onOpened={(incident) => void link(incident)} />
        </div>
      )}
    </Dialog>
  );
}

type Incident = { incidentId: string; title: string };

function RunningIncidents({
  running: { data, error, refetch },
  onChoose,
}: {
  running: ReturnType<typeof useAnswer<"GET /incidents">>;
  onChoose: (incident: Incident) => void;
}) {
  const words = useWords(wordsOfBulk);
  const now = useNow();
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{words.running}</h3>
      {data.incidents.length === 0 && <p className="text-ink-3">{words.noIncident}</p>}
      <ul className="flex max-h-[36vh] flex-col gap-1 overflow-y-auto">
        {data.incidents.map((incident) => (
          <li key={incident.incidentId}>
            <button
              type="button"
              onClick={() => onChoose(incident)}
              className="flex min-h-11 w-full items-center gap-3 rounded-lg border border-line px-3 py-1.5 text-left hover:bg-sunken"
            >
              <span className="grow font-medium">{incident.title}</span>
              <span className="shrink-0 text-sm text-ink-3">
                {words.complaintsIn(formatNumber(incident.complaints))} · {formatBriefly(incident.startedAt, now)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `isOnly`: there is none to choose. */
function NewIncident({ isOnly, onOpened }: { isOnly: boolean; onOpened: (incident: Incident) => void }) {
  const words = useWords(wordsOfBulk);
  const chosen = useLanguage();
  const services = useAnswer("GET /complaint-filters", {}).data?.service ?? [];
  const [error, setError] = useState<unknown>();
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const value = (name: string) => {
      const text = typed.get(name);
      return typeof text === "string" ? text : "";
    };
    try {
      const startedAt = `${value("startedAt")}:00+07:00`;
      const body = { title: value("title"), service: value("service"), startedAt };
      onOpened(await ask("POST /incidents", { body }, { idempotencyKey: crypto.randomUUID() }));
    } catch (why) {
      setError(why);
    }
  };
  return (
    <details open={isOnly} className="rounded-xl border border-line p-3">
      <summary className="min-h-9 content-center font-medium">{words.newIncident}</summary>
      <form onSubmit={(event) => void open(event)} className="flex flex-col gap-3 pt-3">
        <TextField name="title" label={words.incidentTitle} required maxLength={200} />
        <SelectField name="service" label={words.service} options={services} empty="–" required />
        <TextField
          name="startedAt"
          type="datetime-local"
          label={words.startedAt}
          defaultValue={nowInVietnam()}
          error={error === undefined ? undefined : errorText(error, chosen)}
          required
        />
        <Button type="submit" look="primary">
          {words.openAndLink}
        </Button>
      </form>
    </details>
  );
}

/** As the field wants it: `2026-11-24T09:30`. */
function nowInVietnam(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
}
