import type { Edition } from "../edition/edition.ts";
import type { Fact, Guard } from "../edition/guard.ts";

/**
 * What a guard may be about, as variables with few values each, so that guards can be enumerated.
 * Facts that hang together share a variable: nature and register follow from the kind, the channel's type from the
 * channel, the phase from the stage, every "replied" from which of the four sorts of reply (final or interim, written or not) there have been.
 * Variables are otherwise taken as independent, so "can hold" may be said of a mix that never occurs, and "can never
 * hold" is always true.
 */
export type World = { edition: Edition; guards: readonly Guard[] };

export type Value = string | number | boolean;
export type Assignment = ReadonlyMap<string, Value>;

/** Values for the variables of these guards under which all hold; undefined: they can never hold together. */
export function findWitness({ edition, guards, given }: World & { given?: Assignment }): Assignment | undefined {
  return search({ edition, guards }, given ?? new Map());
}

/** True, false, or undefined where it depends on variables without a value. */
export function evaluate(guard: Guard, assignment: Assignment, edition: Edition): boolean | undefined {
  if ("all" in guard) return every(guard.all.map((part) => evaluate(part, assignment, edition)));
  if ("any" in guard) return not(every(guard.any.map((part) => not(evaluate(part, assignment, edition)))));
  if ("not" in guard) return not(evaluate(guard.not, assignment, edition));
  return evaluateFact(guard, assignment, edition);
}

export function factsOf(guard: Guard): Fact[] {
  if ("all" in guard) return guard.all.flatMap(factsOf);
  if ("any" in guard) return guard.any.flatMap(factsOf);
  if ("not" in guard) return factsOf(guard.not);
  return [guard];
}

/** A witness as people read it: `verdict: silent, complete: true`. */
export function describeWitness(witness: Assignment): string {
  const parts = [...witness].map(([name, value]) => `${name}: ${value === "" ? "none" : String(value)}`);
  return parts.length === 0 ? "any complaint" : parts.join(", ");
}

function search(world: World, assignment: Assignment): Assignment | undefined {
  const holds = every(world.guards.map((guard) => evaluate(guard, assignment, world.edition)));
  if (holds === true) return assignment;
  if (holds === false) return undefined;
  const next = world.guards
    .flatMap(factsOf)
    .flatMap(variablesOf)
    .find((name) => !assignment.has(name));
  if (next === undefined) throw new Error("a guard stays undecided although every variable has a value");
  for (const value of domainOf(next, world)) {
    const found = search(world, new Map([...assignment, [next, value]]));
    if (found) return found;
  }
  return undefined;
}

function variablesOf(fact: Fact): string[] {
  switch (fact.fact) {
    case "nature":
    case "register":
      return ["kind"];
    case "channel-type":
      return ["channel"];
    case "phase":
      return ["stage"];
    case "regulated-service":
      return ["service"];
    case "mark":
      return [`mark ${fact.has}`];
    case "paper-issued":
      return [`paper-issued ${fact.kind}`];
    case "linked":
      return [`linked ${fact.as}`];
    case "clock-elapsed":
      return [`clock-elapsed ${fact.clock}`];
    case "finding-recorded":
      return [fact.thisRound ? "finding-recorded this round" : fact.fact];
    case "replied":
      return replySorts(fact).map(nameOfReply);
    default:
      return [fact.fact];
  }
}

function evaluateFact(fact: Fact, assignment: Assignment, edition: Edition): boolean | undefined {
  if (fact.fact === "replied") {
    const none = every(replySorts(fact).map((sort) => not(asBoolean(assignment.get(nameOfReply(sort))))));
    return none === undefined ? undefined : none !== fact.is;
  }
  const value = assignment.get(variablesOf(fact)[0] ?? fact.fact);
  if (value === undefined) return undefined;
  switch (fact.fact) {
    case "nature":
    case "register":
      return isIn(fact.in, edition.kinds.find(({ id }) => id === value)?.[fact.fact]);
    case "channel-type":
      return isIn(fact.in, edition.channels.find(({ id }) => id === value)?.type);
    case "phase":
      return isIn(fact.in, edition.stages.find(({ id }) => id === value)?.phase);
    case "regulated-service":
      return (
        fact.is === (edition.services.find(({ id }) => id === value)?.regulated ?? value === "a regulated service")
      );
    case "level":
    case "round":
      return Number(value) >= (fact.atLeast ?? 1) && Number(value) <= (fact.atMost ?? Infinity);
    case "contact-attempts":
      return Number(value) >= fact.atLeast;
    case "mark":
    case "linked":
    case "clock-elapsed":
      return value === true;
    default:
      return "in" in fact ? isIn(fact.in, value) : value === fact.is;
  }
}

/** The values worth trying. An id that the pack does not know is reported elsewhere and can never hold. */
function domainOf(name: string, { edition, guards }: World): readonly Value[] {
  const facts = guards.flatMap(factsOf);
  switch (name) {
    case "kind":
      return ["", ...edition.kinds.map(({ id }) => id)];
    case "channel":
      return edition.channels.length > 0 ? edition.channels.map(({ id }) => id) : [""];
    case "service":
      // Which services are regulated may stand in the operator's directory and not in the pack.
      return ["", "a regulated service", ...edition.services.map(({ id }) => id)];
    case "customer-class":
      return ["", ...edition.customerClasses.map(({ id }) => id)];
    case "stage":
      return edition.stages.map(({ id }) => id);
    case "level":
    case "round": {
      const limit = name === "level" ? edition.levels : edition.rounds;
      const mentioned = facts.flatMap((fact) =>
        fact.fact === name ? [(fact.atLeast ?? 1) + 1, (fact.atMost ?? 1) + 1] : [],
      );
      return upTo(1, limit ?? Math.max(2, ...mentioned));
    }
    case "contact-attempts":
      return upTo(0, Math.max(1, ...facts.flatMap((fact) => (fact.fact === name ? [fact.atLeast] : []))));
    default:
      return closedDomains[name] ?? [true, false];
  }
}

const closedDomains: Readonly<Record<string, readonly Value[]>> = {
  verdict: ["accepted", "not-accepted", "silent", "none"],
  satisfied: ["yes", "no", "not-asked", "unknown"],
  "call-back": ["fixed", "not-fixed", "no-answer", "none"],
  "root-cause": ["provider", "customer", "third-party", "none-found", "unknown"],
  resolution: ["none", "proposed", "submitted", "approved", "sent-back"],
  meeting: ["none", "invited", "signed", "refused-to-sign", "absent"],
  negotiation: ["none", "asked", "begun", "refused"],
};

type ReplySort = { final: boolean; written: boolean };

function replySorts({ final, written }: { final?: boolean | undefined; written?: boolean | undefined }): ReplySort[] {
  const sorts = [true, false].flatMap((isFinal) =>
    [true, false].map((isWritten) => ({ final: isFinal, written: isWritten })),
  );
  return sorts.filter((sort) => (final ?? sort.final) === sort.final && (written ?? sort.written) === sort.written);
}

function nameOfReply({ final, written }: ReplySort): string {
  return `${final ? "final" : "interim"} ${written ? "written" : "unwritten"} reply`;
}

function every(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function asBoolean(value: Value | undefined): boolean | undefined {
  return value === undefined ? undefined : value === true;
}

function isIn(list: readonly string[], value: Value | undefined): boolean {
  return typeof value === "string" && list.includes(value);
}

function upTo(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
