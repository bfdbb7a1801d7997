import { useAnswer } from "../../../../api/use-answer.ts";
import { CheckField } from "../../../../parts/field.tsx";
import { Loading } from "../../../../parts/states.tsx";
import { useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";
import { Labelled } from "./labelled.tsx";

type Erased = { sequence: number; paths: string[] };

/** The places of personal values in the file, each with its box: the server says which there are, and never what stands there. */
export function Erasures({ field, path, label, value, onChange, errors, complaintId }: ControlProps) {
  const words = useWords(wordsOfForm);
  const { data } = useAnswer("GET /complaints/:complaintId/redactions", { params: { complaintId } });
  const chosen = Array.isArray(value) ? (value as Erased[]) : [];
  if (!data) return <Loading rows={3} />;
  const put = (sequence: number, place: string, isOn: boolean) => {
    const paths = chosen.find((each) => each.sequence === sequence)?.paths ?? [];
    const next = isOn ? [...paths, place] : paths.filter((each) => each !== place);
    const others = chosen.filter((each) => each.sequence !== sequence);
    onChange(next.length > 0 ? [...others, { sequence, paths: next }] : others);
  };
  return (
    <Labelled label={label} isOptional={!field.required} error={errors[path]}>
      {data.events.length === 0 && <p className="text-ink-3">{words.nothingToErase}</p>}
      {data.events.map(({ sequence, paths }, at) => (
        <div key={sequence} role="group" aria-label={words.entryNumber(sequence)} className="flex flex-col gap-1.5">
          <p className="text-sm text-ink-3">{words.entryNumber(sequence)}</p>
          {paths.map((place, nth) => (
            <CheckField
              key={place}
              label={place}
              data-path={at === 0 && nth === 0 ? path : undefined}
              checked={chosen.some((each) => each.sequence === sequence && each.paths.includes(place))}
              onChange={({ target }) => put(sequence, place, target.checked)}
            />
          ))}
        </div>
      ))}
    </Labelled>
  );
}
