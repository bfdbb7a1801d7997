import { useNavigate } from "@tanstack/react-router";
import { Button } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { SelectField } from "../../parts/field.tsx";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import type { InboxSearch } from "./inbox-search.ts";
import { wordsOfInbox } from "./words.ts";

/** Which list, and of which of my units. On a telephone it makes room for the request that is open. */
export function InboxHead({ search, isHidden }: { search: InboxSearch; isHidden: boolean }) {
  const words = useWords(wordsOfInbox);
  const navigate = useNavigate();
  const { units } = useSession();
  const go = (to: InboxSearch) => void navigate({ to: "/phoi-hop", search: to });
  const within = search.unit === undefined ? {} : { unit: search.unit };
  return (
    <header
      className={classes(
        "flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3",
        isHidden && "max-lg:sr-only",
      )}
    >
      <h1 className="text-xl font-semibold">{words.title}</h1>
      <div className="flex gap-1" role="group" aria-label={words.title}>
        <Button look={search.queue ? "quiet" : "plain"} aria-pressed={!search.queue} onClick={() => go(within)}>
          {words.toAnswer}
        </Button>
        <Button
          look={search.queue ? "plain" : "quiet"}
          aria-pressed={search.queue === "asked"}
          onClick={() => go({ ...within, queue: "asked" })}
        >
          {words.asked}
        </Button>
      </div>
      {units.length > 1 && (
        <SelectField
          label={words.unit}
          className="[&>label]:sr-only"
          empty={words.allUnits}
          options={units.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          value={search.unit ?? ""}
          onChange={({ target }) =>
            go({ ...(search.queue ? { queue: search.queue } : {}), ...(target.value ? { unit: target.value } : {}) })
          }
        />
      )}
    </header>
  );
}
