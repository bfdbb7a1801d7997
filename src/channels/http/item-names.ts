import { z } from "zod";
import { personNames } from "../../access/person-names.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { Remaining } from "../../procedure/pure/term/remaining.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { QueueItem } from "../../projections/work-queue/work-queue.ts";
import type { Wiring } from "./api.ts";
import { isElapsedRule, withRemaining } from "./remaining.ts";

export const itemNamesSchema = z
  .object({
    kind: z.string().nullable(),
    register: z.string().nullable(),
    stage: z.string(),
    channel: z.string(),
    unit: z.string().nullable(),
    owner: z.string().nullable(),
    dueRule: z.string().nullable().describe("The clock that is due next."),
  })
  .describe(
    "What the provider calls them, by the edition that the complaint is pinned to; an id without a name stands for itself.",
  );
type ItemNames = z.infer<typeof itemNamesSchema>;

export type Shown<Item extends QueueItem> = Omit<Item, "editionHash"> & {
  remaining: Remaining | null;
  names: ItemNames;
};

/** A page as lists show it: each complaint with how far its due is and with the names of what its row knows by ids. */
export async function asShown<Item extends QueueItem, Page extends { items: readonly Item[] }>(
  page: Page & { items: readonly Item[] },
  wiring: Pick<Wiring, "store" | "registry" | "now">,
  inside: { connection: Connection; organisation: string },
): Promise<Omit<Page, "items"> & { items: Shown<Item>[] }> {
  const owners = page.items.map(({ ownerId }) => ownerId);
  const [counted, people] = await Promise.all([
    withRemaining<Item, Page>(page, wiring, {
      ...inside,
      isElapsed: ({ editionHash, dueRule }) => isElapsedRule(wiring, { editionHash, rule: dueRule }),
    }),
    personNames(inside.connection, inside.organisation, owners),
  ]);
  const items = counted.items.map(({ editionHash, ...item }) => ({
    ...item,
    names: namesOf(item, packNames(wiring.registry.byHash(editionHash)), people),
  }));
  return { ...page, items };
}

function namesOf(
  item: Omit<QueueItem, "editionHash">,
  names: PackNames,
  people: ReadonlyMap<string, string>,
): ItemNames {
  const { kind, register, stage, channel, unit, ownerId, dueRule } = item;
  const named = (part: Part, id: string | null) => (id === null ? null : (names[part].get(id) ?? id));
  return {
    kind: named("kinds", kind),
    register: named("registers", register),
    stage: names.stages.get(stage) ?? stage,
    channel: names.channels.get(channel) ?? channel,
    unit: named("units", unit),
    owner: ownerId === null ? null : (people.get(ownerId) ?? ownerId),
    dueRule: named("clocks", dueRule),
  };
}

type Part = "kinds" | "registers" | "stages" | "channels" | "units" | "clocks";
type PackNames = Record<Part, ReadonlyMap<string, string>>;

const noNames = namesIn(undefined);
const made = new WeakMap<Edition, PackNames>();

/** Frozen with its edition, so that a page of rows costs no search through packs. */
function packNames(edition: Edition | undefined): PackNames {
  if (!edition) return noNames;
  const known = made.get(edition) ?? namesIn(edition);
  made.set(edition, known);
  return known;
}

function namesIn(edition: Edition | undefined): PackNames {
  const named = (part: Part) => new Map(edition?.[part].map(({ id, name }) => [id, name]));
  return {
    kinds: named("kinds"),
    registers: named("registers"),
    stages: named("stages"),
    channels: named("channels"),
    units: named("units"),
    clocks: named("clocks"),
  };
}
