import type { Fact, Guard } from "../procedure/pure/edition/guard.ts";
import { holds } from "./facts.ts";
import type { Complaint } from "./state.ts";

/** A fact that stands in the way: it does not hold and is `wanted`, or holds and is not. */
export type LackedFact = { fact: Fact; wanted: boolean };

/** What keeps a guard from holding: all of these, or one of those. */
export type Lack = LackedFact | { all: Lack[] } | { any: Lack[] };

/**
 * What a guard still wants of a complaint; null: it holds. Of alternatives, those that nobody can bring about are left out
 * where another is left: a complaint becomes no praise so that it may be put away.
 */
export function lackOf(guard: Guard, complaint: Complaint, now: string, wanted = true): Lack | null {
  if ("not" in guard) return lackOf(guard.not, complaint, now, !wanted);
  if (!("all" in guard || "any" in guard))
    return holds(guard, complaint, now) === wanted ? null : { fact: guard, wanted };
  // What must not all hold fails with any one of them, and the other way round.
  const wantsAll = "all" in guard === wanted;
  const each = ("all" in guard ? guard.all : guard.any).map((part) => lackOf(part, complaint, now, wanted));
  const lacks = each.filter((lack) => lack !== null);
  if (lacks.length === 0 || (!wantsAll && lacks.length < each.length)) return null;
  const [only, ...more] = wantsAll ? lacks : reachable(lacks);
  if (only === undefined || more.length === 0) return only ?? null;
  return wantsAll ? { all: lacks } : { any: [only, ...more] };
}

/** Every fact that is lacked, of all alternatives. */
export function lackedFacts(lack: Lack | null): LackedFact[] {
  if (lack === null) return [];
  if ("fact" in lack) return [lack];
  return ("all" in lack ? lack.all : lack.any).flatMap(lackedFacts);
}

/** How far a lack is from being mended: 0 by work on the file, 1 by time or by what others do, 2 not at all. */
export function distanceOf(lack: Lack | null): 0 | 1 | 2 {
  if (lack === null) return 0;
  if ("fact" in lack) return distanceOfFact(lack);
  const each = ("all" in lack ? lack.all : lack.any).map(distanceOf);
  return ("all" in lack ? Math.max(...each) : Math.min(...each)) as 0 | 1 | 2;
}

function reachable(lacks: Lack[]): Lack[] {
  const found = lacks.filter((lack) => distanceOf(lack) < 2);
  return found.length > 0 ? found : lacks;
}

function distanceOfFact({ fact, wanted }: LackedFact): 0 | 1 | 2 {
  if (settled.has(fact.fact)) return 2;
  // What was done is not undone.
  if (fact.fact === "corrective-action-ordered") return fact.is === wanted ? 0 : 2;
  if (fact.fact === "verdict") return fact.in.every((verdict) => verdict === "silent") ? 1 : 0;
  return ofOthers.has(fact.fact) ? 1 : 0;
}

/** What a complaint is, or became by a decision that is behind it. */
const settled: ReadonlySet<Fact["fact"]> = new Set([
  "kind",
  "nature",
  "register",
  "service",
  "customer-class",
  "channel",
  "channel-type",
  "consumer",
  "regulated-service",
  "mark",
  "stage",
  "phase",
  "level",
  "round",
  "time-barred",
  "refused",
  "root-cause",
  "withdrawn",
  "linked",
  "forwarded-by-authority",
] satisfies Fact["fact"][]);

const ofOthers: ReadonlySet<Fact["fact"]> = new Set([
  "clock-elapsed",
  "outside-referral",
  "negotiation",
] satisfies Fact["fact"][]);
