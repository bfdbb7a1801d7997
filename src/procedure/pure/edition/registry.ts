import type { Day } from "../day.ts";
import type { Edition } from "./edition.ts";

/** Why no edition governs a complaint received on a day. `reason` is a whole sentence. */
export type NoEdition = {
  ok: false;
  code: "unknown-procedure" | "before-first-edition" | "before-first-law-edition";
  reason: string;
};

/** An organisation as its newest edition describes it. */
export type Organisation = {
  id: string;
  name: string;
  shortName: string;
  letterhead?: string;
  zone: string;
  /** Ids, in alphabetical order. */
  procedures: string[];
};

export type EditionRegistry = {
  /**
   * The edition that a complaint received on this day (in the organisation's zone) is pinned to, with the law in force
   * on that day. An edition is in force from its `effectiveOn` on, inclusive, until the next one begins.
   */
  editionInForce(asked: {
    organisation: string;
    procedure: string;
    on: Day;
  }): { ok: true; edition: Edition } | NoEdition;
  /** Any edition ever issued that this registry was given; running complaints ask for theirs. */
  byHash(hash: string): Edition | undefined;
  /** In alphabetical order of id. */
  organisations(): Organisation[];
  /** Every closure in force on some day, in order of organisation, procedure, day and law day. */
  editions(): readonly Edition[];
};

/**
 * @param inForce one entry for each pair of an edition and a law edition that are in force together on some day
 * @param kept editions of older texts (thawed from the database), found by hash only
 */
export function createRegistry(inForce: readonly Edition[], kept: readonly Edition[] = []): EditionRegistry {
  const editions = inForce.toSorted((a, b) => compare(sortKeyOf(a), sortKeyOf(b)));
  const editionsByHash = new Map([...kept, ...editions].map((edition) => [edition.ref.hash, edition]));
  // Asked with every intake.
  const organisations = organisationsOf(editions);
  return {
    editionInForce: (asked) => editionInForce(editions, asked),
    byHash: (hash) => editionsByHash.get(hash),
    organisations: () => organisations,
    editions: () => editions,
  };
}

function editionInForce(
  editions: readonly Edition[],
  { organisation, procedure, on }: { organisation: string; procedure: string; on: Day },
): { ok: true; edition: Edition } | NoEdition {
  const ofProcedure = editions.filter(({ ref }) => ref.organisation === organisation && ref.procedure === procedure);
  const first = ofProcedure[0];
  if (!first) {
    return {
      ok: false,
      code: "unknown-procedure",
      reason: `No edition of "${procedure}" of "${organisation}" is loaded.`,
    };
  }
  const effectiveOn = ofProcedure.findLast(({ ref }) => ref.effectiveOn <= on)?.ref.effectiveOn;
  if (effectiveOn === undefined) {
    const reason = `The first edition of "${procedure}" of "${organisation}" is in force from ${first.ref.effectiveOn}; ${on} is before it.`;
    return { ok: false, code: "before-first-edition", reason };
  }
  const edition = ofProcedure.findLast(({ ref }) => ref.effectiveOn === effectiveOn && ref.lawEffectiveOn <= on);
  if (!edition) {
    const reason = `The edition of ${effectiveOn} has no law edition ("law/${first.law}") in force on ${on}.`;
    return { ok: false, code: "before-first-law-edition", reason };
  }
  return { ok: true, edition };
}

function organisationsOf(editions: readonly Edition[]): Organisation[] {
  const found = new Map<string, Organisation>();
  for (const { organisation, procedure } of editions.toSorted((a, b) =>
    compare(a.ref.effectiveOn, b.ref.effectiveOn),
  )) {
    const procedures = new Set(found.get(organisation.id)?.procedures).add(procedure);
    found.set(organisation.id, {
      id: organisation.id,
      name: organisation.name,
      shortName: organisation.shortName,
      ...(organisation.letterhead === undefined ? {} : { letterhead: organisation.letterhead }),
      zone: organisation.zone,
      procedures: [...procedures].sort(compare),
    });
  }
  return [...found.values()].sort((a, b) => compare(a.id, b.id));
}

function sortKeyOf({ ref }: Edition): string {
  return [ref.organisation, ref.procedure, ref.effectiveOn, ref.lawEffectiveOn].join("\n");
}

// By code unit, so that the order is the same on every machine.
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
