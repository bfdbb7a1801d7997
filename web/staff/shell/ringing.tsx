import { Link } from "@tanstack/react-router";
import { PhoneIncoming, X } from "lucide-react";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { ask } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { IconButton } from "../../parts/button.tsx";
import { PhoneLink } from "../../parts/phone-link.tsx";
import type { Call } from "../../pages/calls/call-log.tsx";
import { wordsOfCalls } from "../../pages/calls/words.ts";
import { useWords } from "../../words/language.ts";
import { useSession } from "../session.ts";

const FOUND_MAX = 4;
const link = "inline-flex min-h-11 items-center rounded-lg px-3 font-medium sm:min-h-9";

/** While the switchboard rings me: who that may be, what of theirs is open, and the way to take it down. Takes no focus from the work. */
export function Ringing() {
  const { may, isTraining } = useSession();
  const { data } = useAnswer("GET /phone-calls/mine", {}, { enabled: may.register && !isTraining });
  const [hidden, setHidden] = useState<string>();
  const call = data?.call;
  if (!call || call.callId === hidden) return null;
  return <Caller key={call.callId} call={call} onHide={() => setHidden(call.callId)} />;
}

function Caller({ call, onHide }: { call: Call; onHide: () => void }) {
  const words = useWords(wordsOfCalls);
  const { callId, number, status } = call;
  const { customers, complaints } = useWhoCalls(number);
  return (
    <section
      aria-label={words.incoming}
      className="no-print fixed right-3 bottom-20 z-30 flex w-80 max-w-[calc(100vw-1.5rem)] flex-col gap-2 rounded-2xl border border-line bg-surface p-4 shadow-raised sm:bottom-3"
    >
      <div className="flex items-center gap-2">
        <PhoneIncoming size={20} aria-hidden className="shrink-0 text-accent" />
        <p role="status" className="min-w-0 grow font-semibold">
          {status === "answered" ? words.talking : words.incoming}{" "}
          {number === null ? words.withheld : <PhoneLink number={number} />}
        </p>
        <IconButton label={words.hide} onClick={onHide}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <p>{customers.length === 0 ? <span className="text-ink-2">{words.unknown}</span> : customers.join(", ")}</p>
      {complaints.length > 0 && (
        <div>
          <p className="text-sm text-ink-3">{words.openComplaints}</p>
          <ul>
            {complaints.map(({ complaintId, number: of, excerpt }) => (
              <li key={complaintId}>
                <Link
                  to="/khieu-nai/$complaintId"
                  params={{ complaintId }}
                  className="-mx-2 flex min-h-11 items-center gap-2 rounded-lg px-2 hover:bg-sunken sm:min-h-9"
                >
                  <span className="shrink-0 font-medium text-accent">{of}</span>
                  <span className="truncate text-ink-2">{excerpt}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Link
        to="/tiep-nhan"
        search={{ call: callId }}
        className={`${link} self-start bg-accent text-on-accent hover:bg-accent-strong`}
      >
        {words.register}
      </Link>
    </section>
  );
}

/** Names of the directory under this number in any of its forms, and the open complaints of them and of the number. */
function useWhoCalls(number: string | null) {
  const { data } = useQuery({
    queryKey: ["who calls", number],
    enabled: number !== null,
    queryFn: async ({ signal }) => {
      const search = number ?? "";
      const { customers } = await ask(
        "GET /customers",
        { query: { search, kind: "phone", limit: FOUND_MAX } },
        { signal },
      );
      const [first, ...others] = customers;
      const customerId = first && others.length === 0 ? { customerId: first.customerId } : {};
      const written = customers.flatMap(({ identifiers }) =>
        identifiers.flatMap(({ kind, asWritten }) => (kind === "phone" ? asWritten : [])),
      );
      const numbers = [...new Set([search, ...written])].slice(0, 6);
      const found = await ask("POST /likely-duplicates", { body: { numbers, ...customerId } }, { signal });
      return { customers: customers.map(({ name }) => name), complaints: found.complaints.slice(0, FOUND_MAX) };
    },
  });
  return data ?? { customers: [], complaints: [] };
}
