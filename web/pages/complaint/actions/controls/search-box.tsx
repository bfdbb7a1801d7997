import { Combobox } from "@base-ui/react/combobox";
import { useWords } from "../../../../words/language.ts";
import { wordsOfForm } from "../words.ts";

/** Somebody or something that a search found. */
export type Found = { id: string; name: string; detail?: string | undefined };

type SearchBoxProps = {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  path: string;
  placeholder: string;
  found: Found[];
  value: Found | null;
  onSearch: (typed: string) => void;
  onChange: (chosen: Found | null) => void;
};

/** A box to type into, and below it what the server found. */
export function SearchBox({ path, placeholder, found, value, onSearch, onChange, ...control }: SearchBoxProps) {
  const words = useWords(wordsOfForm);
  return (
    <Combobox.Root
      items={found}
      filter={null}
      value={value}
      onValueChange={onChange}
      itemToStringLabel={(each: Found) => each.name}
      isItemEqualToValue={(one, other) => one.id === other.id}
      onInputValueChange={(typed, { reason }) => {
        if (reason === "input-change" || reason === "input-clear") onSearch(typed);
      }}
    >
      <Combobox.Input
        {...control}
        data-path={path}
        placeholder={placeholder}
        className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-ink aria-invalid:border-2 aria-invalid:border-late sm:min-h-9"
      />
      <Combobox.Portal>
        <Combobox.Positioner role="region" aria-label={placeholder} sideOffset={4} className="z-50">
          <Combobox.Popup className="max-h-72 w-(--anchor-width) overflow-y-auto rounded-xl border border-line bg-surface p-1 shadow-raised">
            <Combobox.Empty>
              <p className="px-2.5 py-3 text-ink-3 empty:hidden">{words.nothingFound}</p>
            </Combobox.Empty>
            <Combobox.List>
              {(each: Found) => (
                <Combobox.Item
                  key={each.id}
                  value={each}
                  className="flex min-h-11 flex-col justify-center rounded-lg px-2.5 py-1 outline-none data-highlighted:bg-accent-soft sm:min-h-9"
                >
                  <span>{each.name}</span>
                  {each.detail && <span className="truncate text-sm text-ink-3">{each.detail}</span>}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
