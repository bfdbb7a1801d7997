import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask, type Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { errorText, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { formatInstant } from "../../words/format.ts";
import { language, useWords } from "../../words/language.ts";
import { wordsOfDuplicates } from "./words-of-duplicates.ts";

type Proposed = Answer<"GET /complaints/:complaintId/proposed-duplicates">["complaints"][number];

/** What is probably the same matter: a person links it, or says that it is another. Nothing where there is none. */
export function ProposedDuplicates({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfDuplicates);
  const { may } = useSession();
  const asked = { params: { complaintId } };
  const { data } = useAnswer("GET /complaints/:complaintId/proposed-duplicates", asked, { enabled: may.register });
  if (!data || data.complaints.length === 0) return null;
  return (
    <aside aria-label={words.title} className="no-print m-3 mb-0 rounded-xl bg-soon-soft px-4 py-2 max-lg:mb-3 sm:mx-4">
      <ul>
        {data.complaints.map((each) => (
          <ProposedRow key={each.complaintId} complaintId={complaintId} proposed={each} />
        ))}
      </ul>
    </aside>
  );
}

function ProposedRow({ complaintId, proposed }: { complaintId: string; proposed: Proposed }) {
  const words = useWords(wordsOfDuplicates);
  const { complaintId: otherId, number, customerName, excerpt, receivedAt, alike } = proposed;
  const undo = useUndo({ complaintId, otherId });
  const link = useDeed("POST /complaints/:complaintId/links", { onDone: () => tell(words.linked(number)) });
  const dismiss = useDeed("PUT /complaints/:complaintId/not-duplicates/:otherId", {
    onDone: () => tell(words.dismissed(number), { undo }),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <div className="min-w-0 grow basis-64">
        <p>
          <span className="font-medium text-soon">{words.title}</span>{" "}
          <Link
            to="/khieu-nai/$complaintId"
            params={{ complaintId: otherId }}
            className="font-medium underline underline-offset-2"
          >
            {number}
          </Link>{" "}
          {[customerName, formatInstant(receivedAt)].filter(Boolean).join(" · ")}
        </p>
        <p className="line-clamp-1 text-sm text-ink-2">
          {alike.map((as) => words[as]).join(", ")}: {excerpt}
        </p>
        <Refused error={link.error ?? dismiss.error} />
      </div>
      <div className="flex flex-wrap gap-1">
        <Button
          aria-label={`${words.link}: ${number}`}
          isBusy={link.isPending}
          onClick={() =>
            link.mutate({ parts: { params: { complaintId }, query: {}, body: { to: otherId, as: "duplicate" } } })
          }
        >
          {words.link}
        </Button>
        <Button
          look="quiet"
          aria-label={`${words.dismiss}: ${number}`}
          isBusy={dismiss.isPending}
          onClick={() => dismiss.mutate({ parts: { params: { complaintId, otherId } } })}
        >
          {words.dismiss}
        </Button>
      </div>
    </li>
  );
}

/** The way back, when the row is gone from the page. */
function useUndo(params: { complaintId: string; otherId: string }): () => void {
  const client = useQueryClient();
  return () => {
    const takeBack = async () => {
      try {
        await ask("DELETE /complaints/:complaintId/not-duplicates/:otherId", { params });
        await client.invalidateQueries();
      } catch (error) {
        tell(errorText(error, language()), { isError: true });
      }
    };
    void takeBack();
  };
}
