import { CalendarClock, ClipboardList, WifiOff } from "lucide-react";
import { Badge } from "../../parts/badge.tsx";
import { formatDay, formatDue } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Advice, Preview } from "./advice.ts";
import { AlikeCard, IncidentsCard } from "./alike-cards.tsx";
import { Card } from "./card.tsx";
import { useIntake } from "./context.ts";
import { focusOn } from "./filling.ts";
import { TimeBarCard } from "./time-bar-card.tsx";
import { wordsOfIntake } from "./words.ts";

/** What the clerk must know before the customer hangs up, the most urgent first. */
export function AdvicePanel({ advice }: { advice: Advice }) {
  const words = useWords(wordsOfIntake);
  const { preview, likely, isChecking, isOffline } = advice;
  return (
    <aside aria-label={words.advice} aria-busy={isChecking} className="flex flex-col gap-3">
      <Heard advice={advice} />
      {isOffline && (
        <p className="flex items-start gap-2 rounded-xl bg-soon-soft p-3 text-soon">
          <WifiOff size={18} aria-hidden className="mt-0.5 shrink-0" /> {words.unchecked}
        </p>
      )}
      {likely && <IncidentsCard incidents={likely.incidents} />}
      {likely && <AlikeCard complaints={likely.complaints} />}
      {preview && <TimeBarCard preview={preview} />}
      {preview && <MissingCard preview={preview} />}
      {preview && <PromisesCard preview={preview} />}
      {!preview && !isOffline && <p className="p-3 text-ink-3">{words.checking}</p>}
    </aside>
  );
}

/** The same in one sentence, for those who hear the page: not again with every key, only when it changes. */
function Heard({ advice: { preview, likely } }: { advice: Advice }) {
  const words = useWords(wordsOfIntake);
  const open = likely?.complaints.length ?? 0;
  const running = likely?.incidents.length ?? 0;
  const told = [
    open > 0 && `${words.alike}: ${open}`,
    likely?.complaints.some(({ isLikelyDuplicate }) => isLikelyDuplicate) && words.likely,
    running > 0 && `${words.incidents}: ${running}`,
    preview?.timeBar?.barred && words.barred(formatDay(preview.timeBar.lastOn)),
  ];
  return (
    <p role="status" className="sr-only">
      {told.filter(Boolean).join(". ")}
    </p>
  );
}

/** Each leads to its field. Nothing of it keeps the complaint from being taken in. */
function MissingCard({ preview: { missing } }: { preview: Preview }) {
  const words = useWords(wordsOfIntake);
  const chosen = useLanguage();
  return (
    <Card title={words.missing} icon={<ClipboardList size={16} aria-hidden />}>
      {missing.length === 0 && <p className="text-ink-2">{words.nothingMissing}</p>}
      <ul className="flex flex-wrap gap-1.5">
        {missing.map(({ id, field, label }) => (
          <li key={id}>
            {field === null ? (
              <Badge tone="soon">{label[chosen]}</Badge>
            ) : (
              <button type="button" tabIndex={-1} onClick={() => focusOn(field)}>
                <Badge tone="soon" className="hover:underline">
                  {label[chosen]}
                </Badge>
              </button>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && <p className="mt-1.5 text-sm text-ink-3">{words.missingHint}</p>}
    </Card>
  );
}

function PromisesCard({ preview: { promises, isComplaint, register, contactBy } }: { preview: Preview }) {
  const words = useWords(wordsOfIntake);
  const { kind } = useIntake();
  return (
    <Card title={words.callBack} icon={<CalendarClock size={16} aria-hidden />}>
      {contactBy === null ? (
        <p className="text-ink-2">{kind && !isComplaint ? words.noPromise : words.notSaid}</p>
      ) : (
        <p>
          {words.callBackBy} <strong className="font-semibold">{formatDue(contactBy)}</strong>
        </p>
      )}
      <dl className="mt-1.5 text-sm text-ink-2">
        {promises.map(({ name, dueAt, startedAt }) => (
          <div key={name + startedAt} className="flex justify-between gap-3">
            <dt>{name}</dt>
            <dd className="text-right whitespace-nowrap">{formatDue(dueAt)}</dd>
          </div>
        ))}
        {register && (
          <div className="flex justify-between gap-3">
            <dt>{words.register}</dt>
            <dd className="text-right">{register.name}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
