import { useWords } from "../../words/language.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ClockChip } from "../../parts/clock-chip.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { wordsOfQueue } from "./words.ts";

export function WorkQueue() {
  const words = useWords(wordsOfQueue);
  const { data, error, refetch } = useAnswer("GET /work-queues/:queue", { params: { queue: "all" }, query: {} });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1 className="px-4 pt-4 text-xl font-semibold">{words.title}</h1>
      {data.items.length === 0 && <Empty title={words.empty} />}
      <ul className="p-2">
        {data.items.map((item) => (
          <li key={item.complaintId} className="flex items-center gap-3 rounded-lg px-2 py-2 hover:bg-sunken">
            <span className="w-36 shrink-0 font-medium">{item.number}</span>
            <span className="w-48 shrink-0 truncate">{item.customerName}</span>
            <span className="grow truncate text-ink-2">{item.excerpt}</span>
            {item.dueAt && <ClockChip clock={{ dueAt: item.dueAt, remaining: item.remaining }} />}
          </li>
        ))}
      </ul>
    </>
  );
}
