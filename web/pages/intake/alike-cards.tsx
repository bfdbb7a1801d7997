import { Link } from "@tanstack/react-router";
import { CopyCheck, Siren } from "lucide-react";
import { Badge } from "../../parts/badge.tsx";
import { CheckField } from "../../parts/field.tsx";
import { useNow } from "../../parts/use-now.ts";
import { formatBriefly } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Likely } from "./advice.ts";
import { Card } from "./card.tsx";
import { useIntake } from "./context.ts";
import { INCIDENT } from "./draft.ts";
import { wordsOfIntake } from "./words.ts";

/** Open ones of the same customer, number or matter: the talk may be about one of them. */
export function AlikeCard({ complaints }: { complaints: Likely["complaints"] }) {
  const words = useWords(wordsOfIntake);
  const now = useNow();
  if (complaints.length === 0) return null;
  const why = { customer: words.alikeCustomer, number: words.alikeNumber, words: words.alikeWords };
  return (
    <Card title={`${words.alike} (${complaints.length})`} icon={<CopyCheck size={16} aria-hidden />}>
      <ul className="-mx-1">
        {complaints.map(
          ({ complaintId, number, receivedAt, excerpt, customerName, alike, isLikelyDuplicate, names }) => (
            <li key={complaintId} className="rounded-lg px-1 py-1.5 hover:bg-sunken">
              <span className="flex flex-wrap items-center gap-x-2">
                <Link
                  to="/khieu-nai/$complaintId"
                  params={{ complaintId }}
                  target="_blank"
                  className="font-medium text-accent underline"
                >
                  {number}
                </Link>
                {isLikelyDuplicate && <Badge tone="soon">{words.likely}</Badge>}
                <span className="text-sm text-ink-3">
                  {[formatBriefly(receivedAt, now), names.stage, ...alike.map((each) => why[each])].join(" · ")}
                </span>
              </span>
              <span className="line-clamp-2 text-sm text-ink-2">
                {customerName}: {excerpt}
              </span>
            </li>
          ),
        )}
      </ul>
    </Card>
  );
}

/** One cause with many complaints: this one may belong to it. */
export function IncidentsCard({ incidents }: { incidents: Likely["incidents"] }) {
  const words = useWords(wordsOfIntake);
  const now = useNow();
  const { draft, set, isLocked } = useIntake();
  if (incidents.length === 0) return null;
  return (
    <Card title={words.incidents} icon={<Siren size={16} aria-hidden />}>
      <ul className="flex flex-col gap-2">
        {incidents.map(({ incidentId, title, cause, startedAt, open }) => (
          <li key={incidentId}>
            <p className="font-medium">{title}</p>
            <p className="text-sm text-ink-2">
              {[cause, words.sinceOf(formatBriefly(startedAt, now), open)].filter(Boolean).join(" · ")}
            </p>
            <CheckField
              label={words.belongsTo}
              disabled={isLocked}
              checked={draft.values[INCIDENT] === incidentId}
              onChange={(event) => set({ [INCIDENT]: event.target.checked ? incidentId : "" })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
