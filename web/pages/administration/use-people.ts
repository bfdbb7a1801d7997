import { useQuery } from "@tanstack/react-query";
import { ask, type Answer } from "../../api/ask.ts";

export type Person = Answer<"GET /people">["people"][number];

/** The server gives so many at once. */
const PAGE = 200;

/** Everybody who works or worked here: few enough to look among them in the browser. */
export function usePeople() {
  return useQuery({
    queryKey: ["GET /people", "all"],
    queryFn: async ({ signal }) => {
      const people: Person[] = [];
      let after: string | null = null;
      do {
        const query: { limit: number; after?: string } = after === null ? { limit: PAGE } : { limit: PAGE, after };
        const page: Answer<"GET /people"> = await ask("GET /people", { query }, { signal });
        people.push(...page.people);
        after = page.nextAfter;
      } while (after !== null);
      return people;
    },
  });
}
