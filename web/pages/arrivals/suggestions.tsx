import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { AddToComplaint, isOver } from "./add-to-complaint.tsx";
import type { Shown } from "./arrival-detail.tsx";
import { TakeIn } from "./take-in.tsx";
import { wordsOfArrivals, wordsOfMatches } from "./words.ts";

type Matches = Answer<"POST /matches">;
export type CustomerMatch = Matches["customers"][number];
export type ComplaintMatch = Matches["complaints"][number];

/** Whom it may be from and what it may be about, each with its reasons; a person decides. */
export function Suggestions({ arrival, onDone }: { arrival: Shown; onDone: () => void }) {
  const words = useWords(wordsOfArrivals);
  const [chosen, setChosen] = useState<{ customer: CustomerMatch } | { complaint: ComplaintMatch }>();
  const { data, error, refetch } = useMatches(arrival);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  const { customers, complaints } = data;
  if (customers.length === 0 && complaints.length === 0) return <p className="text-ink-2">{words.noSuggestions}</p>;
  const close = () => setChosen(undefined);
  return (
    <div className="flex flex-col gap-4">
      {complaints.length > 0 && (
        <ul aria-label={words.complaints}>
          {complaints.map((each) => (
            <ComplaintCard key={each.complaintId} match={each} onAdd={() => setChosen({ complaint: each })} />
          ))}
        </ul>
      )}
      {customers.length > 0 && (
        <section>
          <h4 className="font-medium">{words.customers}</h4>
          <ul>
            {customers.map((each) => (
              <li
                key={each.customerId}
                className="flex flex-wrap items-center gap-x-3 border-t border-line py-2 first:border-t-0"
              >
                <div className="min-w-0 grow">
                  <p className="font-medium">{each.name}</p>
                  <Reasons reasons={each.reasons} />
                </div>
                <Button aria-label={`${words.takeIn}: ${each.name}`} onClick={() => setChosen({ customer: each })}>
                  {words.takeIn}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {chosen && "customer" in chosen && (
        <TakeIn arrival={arrival} known={chosen.customer} onClose={close} onDone={onDone} />
      )}
      {chosen && "complaint" in chosen && (
        <AddToComplaint arrival={arrival} complaint={chosen.complaint} onClose={close} onDone={onDone} />
      )}
    </div>
  );
}

function useMatches({ arrivalId, sender, subject, content }: Shown) {
  return useQuery({
    queryKey: ["POST /matches", arrivalId],
    queryFn: ({ signal }) => {
      const { name, email, phone } = sender;
      const text = `${subject}\n${content}`.slice(0, 20_000);
      const body = { text, ...(name && { name }), ...(email && { email }), ...(phone && { phone }) };
      return ask("POST /matches", { body }, { signal });
    },
  });
}

function ComplaintCard({ match, onAdd }: { match: ComplaintMatch; onAdd: () => void }) {
  const words = useWords(wordsOfArrivals);
  const packName = usePackName();
  const { complaintId, number, customerName, excerpt, names, phase, reasons, isLikelyDuplicate } = match;
  return (
    <li className="flex flex-wrap items-start gap-x-3 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 grow basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <Link
            to="/khieu-nai/$complaintId"
            params={{ complaintId }}
            className="font-medium text-accent underline-offset-2 hover:underline"
          >
            {number}
          </Link>
          {customerName}
          <Badge>{isOver(phase) ? words.closed : packName(names.stage)}</Badge>
          {isLikelyDuplicate && <Badge tone="soon">{words.likelyDuplicate}</Badge>}
        </p>
        <p className="line-clamp-2 text-sm text-ink-2">{excerpt}</p>
        <Reasons reasons={reasons} />
      </div>
      <Button aria-label={`${words.addHere}: ${number}`} onClick={onAdd}>
        {words.addHere}
      </Button>
    </li>
  );
}

function Reasons({ reasons }: { reasons: ComplaintMatch["reasons"] }) {
  const chosen = useLanguage();
  return (
    <p className="text-sm text-ink-2">{reasons.map(({ as, said }) => wordsOfMatches[as][chosen](said)).join(" · ")}</p>
  );
}
