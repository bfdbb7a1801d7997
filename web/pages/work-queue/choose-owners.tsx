import { X } from "lucide-react";
import { useWords } from "../../words/language.ts";
import { PopoverField } from "./choose-several.tsx";
import { OwnerName, useOwnerName, type Narrow } from "./filters.tsx";
import { PersonPicker, type Picked } from "./person-picker.tsx";
import { joined, valuesOf, type QueueSearch } from "./queue-search.ts";
import { wordsOfFilters } from "./words-of-filters.ts";

/** People in charge, as many as one likes, or nobody. */
export function ChooseOwners({ search, narrow }: { search: QueueSearch; narrow: Narrow }) {
  const words = useWords(wordsOfFilters);
  const owners = valuesOf(search, "ownerId");
  const single = useOwnerName(owners[0]);
  const isNobody = search.unassigned === "true";
  const several = owners.length > 1 ? words.several(owners.length) : (single ?? words.any);
  const first: Picked[] = [
    { personId: null, name: words.anybody },
    { personId: "", name: words.unassigned },
  ];
  const pick = ({ personId }: Picked) => {
    if (personId === null) narrow({ ownerId: undefined, unassigned: undefined });
    else if (personId === "") narrow({ ownerId: undefined, unassigned: "true" });
    else narrow({ ownerId: joined([...new Set([...owners, personId])]), unassigned: undefined });
  };
  const drop = (owner: string) => narrow({ ownerId: joined(owners.filter((each) => each !== owner)) });
  return (
    <PopoverField label={words.ownerId} said={isNobody ? words.unassigned : several}>
      {owners.length > 0 && (
        <ul className="flex shrink-0 flex-wrap gap-1.5">
          {owners.map((owner) => (
            <li key={owner}>
              <button
                type="button"
                onClick={() => drop(owner)}
                className="flex min-h-9 items-center gap-1.5 rounded-lg border border-edge px-2 text-sm hover:bg-sunken sm:min-h-7"
              >
                <OwnerName ownerId={owner} />
                <X size={14} aria-hidden />
                <span className="sr-only">{words.drop}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <PersonPicker first={first} onPick={pick} />
    </PopoverField>
  );
}
