import { ClockChip } from "../../parts/clock-chip.tsx";
import { formatMoney } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { clockOf } from "../unit-inbox/requests.ts";
import type { Decision } from "./decisions.ts";
import { wordsOfApprovals, wordsOfRemedies } from "./words.ts";

/** A decision in the list: how long there is, how much it is about, in whose matter. */
export function DecisionLines({ decision: { complaint, asked } }: { decision: Decision }) {
  const words = useWords(wordsOfApprovals);
  const packName = usePackName();
  const remedies = useWords(wordsOfRemedies);
  const clock = clockOf(complaint);
  return (
    <>
      {clock && (
        <span>
          <ClockChip clock={clock} />
        </span>
      )}
      {asked.amount !== null && (
        <span className="font-medium">
          {asked.remedy && `${remedies[asked.remedy]}: `}
          {formatMoney(asked.amount)}
        </span>
      )}
      <span className="line-clamp-2">{asked.text ?? complaint.excerpt}</span>
      <span className="truncate text-sm text-ink-2">
        {[complaint.customerName ?? words.anonymous, packName(complaint.names.kind) ?? words.noKind].join(" · ")}
      </span>
    </>
  );
}
