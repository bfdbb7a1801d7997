import { useDeferredValue, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { TextField } from "../../parts/field.tsx";
import { useWords } from "../../words/language.ts";
import { CustomersImport } from "./customers-import.tsx";
import { wordsOfCustomers } from "./words.ts";

const FOUND_MAX = 20;

/** The directory: look somebody up, or bring a whole file in. */
export function CustomersPart() {
  const words = useWords(wordsOfCustomers);
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data } = useAnswer("GET /customers", { query: { search, limit: FOUND_MAX } }, { enabled: search.length > 1 });
  return (
    <section className="flex max-w-3xl flex-col gap-5">
      <TextField
        label={words.find}
        hint={words.findHint}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {search.length > 1 && data?.customers.length === 0 && <p className="text-ink-2">{words.none}</p>}
      <ul>
        {search.length > 1 &&
          data?.customers.map(({ customerId, name, address, identifiers }) => (
            <li key={customerId} className="border-t border-line py-2">
              <span className="font-medium">{name}</span>{" "}
              <span className="text-ink-2">
                {[...identifiers.map(({ asWritten }) => asWritten), address].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
      </ul>
      <CustomersImport />
    </section>
  );
}
