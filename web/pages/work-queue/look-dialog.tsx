import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { chooseColumns, chooseDensity, columns, useLook, type ColumnId } from "./columns.ts";
import { wordsOfColumns } from "./words.ts";

/** These stay: without them, a row is nobody's. */
const always: readonly ColumnId[] = ["clock", "number"];

/** Which columns the list shows in this browser, and how close its rows stand. */
export function LookDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOfColumns);
  const { shown, density } = useLook();
  const ids = shown.map(({ id }) => id);
  const toggle = (id: ColumnId) => chooseColumns(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
  return (
    <Dialog title={words.columns} isOpen onClose={onClose}>
      <div className="flex flex-col gap-5">
        <div className="grid grid-cols-2 gap-3">
          {columns.map(({ id }) => (
            <CheckField
              key={id}
              label={words[id]}
              checked={ids.includes(id)}
              disabled={always.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
        </div>
        <fieldset className="flex gap-5">
          <legend className="mb-2 font-medium">{words.density}</legend>
          {(["roomy", "tight"] as const).map((each) => (
            <label key={each} className="flex items-center gap-2">
              <input
                type="radio"
                name="density"
                checked={density === each}
                onChange={() => chooseDensity(each)}
                className="size-5 accent-accent"
              />
              {words[each]}
            </label>
          ))}
        </fieldset>
        <Button
          className="self-start"
          onClick={() => {
            chooseColumns(undefined);
            chooseDensity("roomy");
          }}
        >
          {words.asBefore}
        </Button>
      </div>
    </Dialog>
  );
}
