import { useNavigate, useSearch } from "@tanstack/react-router";
import { useAnswer } from "../../api/use-answer.ts";
import { classes } from "../../parts/classes.ts";
import { ListAndDetail, ListRow } from "../../parts/list-and-detail.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useHeld } from "../../parts/use-held.ts";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { DecisionDetail, decisionFormId } from "./decision-detail.tsx";
import { DecisionLines } from "./decision-lines.tsx";
import { keyOf, type Decision } from "./decisions.ts";
import { wordsOfAbout, wordsOfApprovals } from "./words.ts";

/** What waits for my own decision: each with what is asked, how much, by when, and the form that decides it. */
export function Approvals() {
  const words = useWords(wordsOfApprovals);
  const about = useWords(wordsOfAbout);
  const { item } = useSearch({ strict: false });
  const { data, error, refetch } = useAnswer("GET /approvals", {});
  const items = data?.items ?? [];
  const { chosen, release } = useHeld(items, keyOf, item);
  const shown = chosen ?? items[0];
  const show = useShow();
  useDecisionKeys({ items, shown, show });
  return (
    <div className="flex min-h-0 grow flex-col lg:h-dvh">
      <header className={classes("border-b border-line px-4 py-3", chosen && "max-lg:sr-only")}>
        <h1 className="text-xl font-semibold">{words.title}</h1>
      </header>
      {error && !data && <Failed error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={8} />}
      {data && items.length === 0 && <Empty title={words.empty}>{words.emptyHint}</Empty>}
      {shown && (
        <ListAndDetail
          isOpen={chosen !== undefined}
          backLabel={words.back}
          onBack={() => show(undefined)}
          list={
            <ul aria-label={words.title}>
              {items.map((each) => (
                <ListRow
                  key={keyOf(each)}
                  isActive={keyOf(each) === keyOf(shown)}
                  label={`${each.complaint.number} · ${each.asked.paper ?? about[each.about]}`}
                  onOpen={() => show(keyOf(each))}
                >
                  <DecisionLines decision={each} />
                </ListRow>
              ))}
            </ul>
          }
          detail={
            <DecisionDetail
              key={keyOf(shown)}
              decision={shown}
              onWork={() => item !== keyOf(shown) && show(keyOf(shown), { replace: true })}
              onDone={release}
            />
          }
        />
      )}
    </div>
  );
}

function useShow() {
  const navigate = useNavigate();
  return (item: string | undefined, { replace = false } = {}) =>
    void navigate({ to: "/trinh-duyet", search: item === undefined ? {} : { item }, replace });
}

function useDecisionKeys({
  items,
  shown,
  show,
}: {
  items: readonly Decision[];
  shown: Decision | undefined;
  show: ReturnType<typeof useShow>;
}): void {
  const words = useWords(wordsOfApprovals);
  const navigate = useNavigate();
  const step = (by: number) => () => {
    const place = items.findIndex((each) => shown && keyOf(each) === keyOf(shown));
    const next = items[Math.min(Math.max(place + by, 0), items.length - 1)];
    if (next) show(keyOf(next), { replace: true });
  };
  const open = () => {
    const complaintId = shown?.complaint.complaintId;
    if (complaintId !== undefined) void navigate({ to: "/khieu-nai/$complaintId", params: { complaintId } });
  };
  useShortcuts([
    { keys: "j", label: words.next, run: step(1) },
    { keys: "k", label: words.previous, run: step(-1) },
    { keys: "ArrowDown", label: words.next, run: step(1) },
    { keys: "ArrowUp", label: words.previous, run: step(-1) },
    { keys: "Enter", label: words.decide, run: focusForm },
    { keys: "o", label: words.open, run: open },
  ]);
}

/** To the first thing that is typed or pressed. */
function focusForm(): void {
  document
    .getElementById(decisionFormId)
    ?.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select, button")
    ?.focus();
}
