import { Popover } from "@base-ui/react/popover";
import { ChevronDown } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button } from "../../parts/button.tsx";
import { CheckField, Field, type Option } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { plain } from "../../words/plain.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

/** So many are seen at a glance; among more, one is looked for. */
const GLANCE_MAX = 8;

/** Several values of one name: the list shows what is of any of them, while one chooses. */
export function ChooseSeveral(props: {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const words = useWords(wordsOfFilters);
  const [typed, setTyped] = useState("");
  const shown = options.filter((option) => plain(option.label).includes(plain(typed)));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  const single = options.find(({ value }) => value === chosen[0])?.label ?? chosen[0];
  const said = chosen.length > 1 ? words.several(chosen.length) : (single ?? words.any);
  return (
    <PopoverField label={label} said={said} onClose={() => setTyped("")}>
      {options.length > GLANCE_MAX && (
        <input
          type="text"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          placeholder={words.findValue}
          aria-label={words.findValue}
          className="min-h-11 w-full shrink-0 rounded-lg border border-edge bg-surface px-3 sm:min-h-9"
        />
      )}
      <div className="flex min-h-0 flex-col gap-0.5 overflow-y-auto">
        {shown.map(({ value, label: name }) => (
          <div key={value} className="rounded-lg px-2 py-2 hover:bg-sunken sm:py-1.5">
            <CheckField label={name} checked={chosen.includes(value)} onChange={() => toggle(value)} />
          </div>
        ))}
        {shown.length === 0 && <p className="px-2 py-4 text-center text-ink-3">{words.noValue}</p>}
      </div>
      {chosen.length > 0 && (
        <Button look="quiet" className="shrink-0" onClick={() => onChange([])}>
          {words.drop}
        </Button>
      )}
    </PopoverField>
  );
}

/** A field that says what is chosen, and opens to choose. */
export function PopoverField(props: { label: string; said: string; onClose?: () => void; children: ReactNode }) {
  const { label, said, onClose, children } = props;
  return (
    <Field label={label}>
      {(control) => (
        <Popover.Root onOpenChange={(open) => open || onClose?.()}>
          <Popover.Trigger
            {...control}
            className="flex min-h-11 w-full min-w-0 items-center gap-2 rounded-lg border border-edge bg-surface px-3 text-left sm:min-h-9"
          >
            <span className="min-w-0 grow truncate">{said}</span>
            <ChevronDown size={16} aria-hidden className="shrink-0 text-ink-3" />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50">
              <Popover.Popup
                aria-label={label}
                className="flex max-h-(--available-height) w-72 max-w-[calc(100vw-1rem)] flex-col gap-1.5 rounded-xl border border-line bg-surface p-2 shadow-raised outline-none sm:max-h-[min(26rem,var(--available-height))]"
              >
                {children}
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  );
}
