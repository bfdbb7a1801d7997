import { SelectField } from "../../../parts/field.tsx";
import { useWords } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import type { Move } from "./described.ts";
import { wordsOfActions, wordsOfForm } from "./words.ts";

/** Which of several ways of one verb is meant; each by the pack's own name and where it leads. */
export function MoveChoice({
  moves,
  chosen,
  onChoose,
}: {
  moves: Move[];
  chosen: number;
  onChoose: (place: number) => void;
}) {
  const words = useWords(wordsOfForm);
  const packName = usePackName();
  const { leadsTo, stays } = useWords(wordsOfActions);
  return (
    <SelectField
      label={words.which}
      isOptional={false}
      options={moves.map(({ name, leadsToName }, place) => ({
        value: String(place),
        label: [packName(name), leadsToName === null ? stays : `${leadsTo} ${packName(leadsToName)}`]
          .filter(Boolean)
          .join(" → "),
      }))}
      value={String(chosen)}
      onChange={({ target }) => onChoose(Number(target.value))}
    />
  );
}
