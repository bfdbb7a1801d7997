import { Link } from "@tanstack/react-router";
import { ListTree } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ask } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { errorText, Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useNow } from "../../parts/use-now.ts";
import { formatBriefly, formatNumber } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { BulkError, BulkProgress } from "./bulk-progress.tsx";
import { linkTo, unlinkFrom, type Progress } from "./bulk.ts";
import { searchOfIncident, type ListQuery } from "./queue-search.ts";
import { takeBack } from "./take-back.ts";
import { useBulk } from "./use-bulk.ts";
import { useHowMany } from "./use-how-many.ts";
import type { Meant } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** Links all that are meant to one incident: a running one, or one that is opened for them. Undone from the toast, or later from its list. */
export function IncidentDialog({ meant, query, onClose }: { meant: Meant; query: ListQuery; onClose: () => void }) {
  const words = useWords(wordsOfBulk);
  const bulk = useBulk(meant, query);
  const howMany = useHowMany(meant, query);
  const [into, setInto] = useState<Incident>();
  const running = useAnswer("GET /incidents", { query: { show: "running", limit: 50 } });
  const link = async (incident: Incident, before?: Progress) => {
    setInto(incident);
    const { incidentId, title } = incident;
    const ended = await bulk.run(linkTo(incidentId), { before });
    if (!ended) return;
    const { done, isAllDone } = ended;
    const undo = () => void takeBack(done, unlinkFrom(incidentId, words.reasonOfUndo));
    if (done.length > 0) tell(words.linked(formatNumber(done.length), title), { undo });
    if (isAllDone) onClose();
  };
  return (
    <Dialog title={words.linkTo(howMany)} isOpen onClose={onClose}>
      {bulk.isRunning || bulk.progress ? (
        <BulkProgress state={bulk} onStop={bulk.stop} onGoOn={(progress) => into && void link(into, progress)} />
      ) : (
        <div className="flex flex-col gap-5">
          <BulkError error={bulk.error} />
          <RunningIncidents running={running} onClose={onClose} onChoose={(incident) => void link(incident)} />
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
  onClose,
}: {
  running: ReturnType<typeof useAnswer<"GET /incidents">>;
  onChoose: (incident: Incident) => void;
  onClose: () => void;
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
          <li key={incident.incidentId} className="flex items-center gap-1">
            <button
              type="button"
              onClick={() => onChoose(incident)}
              className="flex min-h-11 grow items-center gap-3 rounded-lg border border-line px-3 py-1.5 text-left hover:bg-sunken"
            >
              <span className="grow font-medium">{incident.title}</span>
              <span className="shrink-0 text-sm text-ink-3">
                {words.complaintsIn(formatNumber(incident.complaints))} · {formatBriefly(incident.startedAt, now)}
              </span>
            </button>
            <Link
              to="/viec"
              search={searchOfIncident(incident.incidentId)}
              onClick={onClose}
              aria-label={`${words.seeIncident}: ${incident.title}`}
              title={words.seeIncident}
              className="flex size-11 shrink-0 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken"
            >
              <ListTree size={18} aria-hidden />
            </Link>
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
  const [startedAt, setStartedAt] = useState(nowInVietnam);
  const [error, setError] = useState<unknown>();
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const value = (name: string) => {
      const text = typed.get(name);
      return typeof text === "string" ? text : "";
    };
    try {
      const body = { title: value("title"), service: value("service"), startedAt: `${startedAt}:00+07:00` };
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
        <DayField
          hasTime
          label={words.startedAt}
          value={startedAt}
          onType={setStartedAt}
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
