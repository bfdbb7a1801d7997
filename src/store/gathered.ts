import type pg from "pg";
import { append, appendTogether, type Prepared } from "./append.ts";
import { loadComplaint, loadComplaints, type AskedComplaint, type Loaded } from "./load-complaint.ts";
import { gather } from "./together.ts";

/**
 * Loads and writes for commands that come at the same moment, gathered for each organisation into one statement and one commit.
 * Each may fail alone; a complaint that somebody holds locked keeps no other.
 */
export type Gathered = {
  load: (asked: AskedComplaint) => Promise<Loaded>;
  append: (prepared: Prepared) => Promise<void>;
};

const TOGETHER_MAX = 16;

export function gathered(pool: pg.Pool): Gathered {
  const load = forEach((organisation) =>
    gather({
      together: (asked: readonly AskedComplaint[]) => loadComplaints(pool, organisation, asked),
      alone: async (asked) => {
        const loaded = await loadComplaint(pool, asked);
        return () => loaded;
      },
      togetherMax: TOGETHER_MAX,
    }),
  );
  const write = forEach((organisation) =>
    gather({
      together: async (prepared: readonly Prepared[]) => {
        await appendTogether(pool, organisation, prepared);
        return prepared;
      },
      alone: async (prepared) => {
        await append(pool, organisation, [prepared]);
        return prepared;
      },
      togetherMax: TOGETHER_MAX,
    }),
  );
  return {
    load: async (asked) => (await load(asked.organisation)(asked))(),
    append: async (prepared) => void (await write(prepared.decided.loaded.organisation)(prepared)),
  };
}

/** One of its kind for each organisation. */
function forEach<Made>(make: (organisation: string) => Made): (organisation: string) => Made {
  const made = new Map<string, Made>();
  return (organisation) => {
    const one = made.get(organisation) ?? make(organisation);
    made.set(organisation, one);
    return one;
  };
}
