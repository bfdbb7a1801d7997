import { Badge, type Tone } from "../../parts/badge.tsx";
import { formatDay } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import type { Complaint } from "./file.ts";
import { Lines, Section } from "./section.tsx";
import { wordsOfMending, wordsOfSections } from "./words.ts";

type Action = Complaint["correctiveActions"][number];

const tones: Record<Action["status"], Tone> = {
  ordered: "accent",
  completed: "soon",
  verified: "kept",
  ineffective: "late",
};

/** What was ordered to mend the cause: by which unit, until when, who completes it and who checks. */
export function MendingSection({ actions }: { actions: readonly Action[] }) {
  const sections = useWords(wordsOfSections);
  return (
    <Section title={sections.mending}>
      <ul className="flex flex-col gap-4">
        {actions.map((action) => (
          <MendingItem key={action.actionId} action={action} />
        ))}
      </ul>
    </Section>
  );
}

function MendingItem({ action: { unit, action, dueOn, status, result, completes, verifies } }: { action: Action }) {
  const words = useWords(wordsOfMending);
  const chosen = useLanguage();
  const named = (who: Action["completes"]) => [...new Set(who.map((each) => each[chosen]))].join(", ");
  return (
    <li>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{unit[chosen]}</span>
        <Badge tone={tones[status]}>{words[status]}</Badge>
      </p>
      <p className="mt-0.5 break-words whitespace-pre-line">{action}</p>
      <div className="mt-1 text-sm">
        <Lines
          lines={[
            { label: words.dueOn, value: dueOn && formatDay(dueOn) },
            { label: words.result, value: result },
            { label: words.completes, value: status === "verified" ? null : named(completes) },
            { label: words.verifies, value: status === "verified" ? null : words.another(named(verifies)) },
          ]}
        />
      </div>
    </li>
  );
}
