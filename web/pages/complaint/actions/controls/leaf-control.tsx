import type { ReactNode } from "react";
import { useWords } from "../../../../words/language.ts";
import type { ControlProps } from "./control-props.ts";
import { fieldControlOf, type ControlKind } from "../field-control.ts";
import { wordsOfForm } from "../words.ts";
import { Choice, Choices, Scale, Tick, YesNo } from "./choices.tsx";
import { Day, Instant } from "./days.tsx";
import { Edition, Stage } from "./edition.tsx";
import { Erasures } from "./erasures.tsx";
import { FileHash } from "./file-hash.tsx";
import { Complaint, Complaints, People, Person } from "./look-up.tsx";
import { Term } from "./term.tsx";
import { Line, Lines, Money, Texts } from "./texts.tsx";

type LeafKind = Exclude<ControlKind, "group" | "entries">;

const drawn: Readonly<Record<LeafKind, (props: ControlProps) => ReactNode>> = {
  line: Line,
  lines: Lines,
  telephone: (props) => <Line {...props} type="tel" />,
  "e-mail": (props) => <Line {...props} type="email" />,
  number: (props) => <Line {...props} inputMode="decimal" />,
  scale: Scale,
  money: Money,
  day: Day,
  instant: Instant,
  term: Term,
  "file-hash": FileHash,
  "yes-no": YesNo,
  tick: Tick,
  choice: Choice,
  choices: Choices,
  person: Person,
  people: People,
  complaint: Complaint,
  complaints: Complaints,
  edition: Edition,
  stage: Stage,
  texts: Texts,
  erasures: Erasures,
};

/** The control of one value that has no fields within. */
export function LeafControl(props: ControlProps) {
  const words = useWords(wordsOfForm);
  const kind = fieldControlOf(props.field);
  if (kind === undefined || kind === "group" || kind === "entries") return null;
  const Drawn = drawn[kind];
  const { options, type } = props.field;
  // A closed list without anything legal says so instead of offering an empty list.
  if (type === "choice" && options?.length === 0)
    return (
      <p className="text-ink-3">
        {props.label}: {words.noChoice}
      </p>
    );
  return <Drawn {...props} />;
}
