import type { Trigger } from "../edition/clocks.ts";
import type { Edition } from "../edition/edition.ts";
import type { Guard } from "../edition/guard.ts";
import { papersOf } from "../edition/papers.ts";
import type { Move } from "../edition/stages.ts";
import { channelTypes, roles } from "../vocabulary.ts";
import type { EventFields } from "./event-fields.ts";
import { nearMiss } from "./near-miss.ts";
import type { Finding, Path } from "./problem.ts";

/** Everything that is named exists: units, roles, channels, fields, evidence, kinds, registers, papers, stages, clocks. */
export function checkNames(edition: Edition, fields?: EventFields): Finding[] {
  return mentionsIn(edition, fields).flatMap(({ path, name, what, known }): Finding[] => {
    if (known.includes(name)) return [];
    const meant = nearMiss(name, known);
    const mend = meant
      ? `Did you mean "${meant}"?`
      : known.length > 0
        ? `Known: ${known.join(", ")}.`
        : `This pack has no ${what} at all.`;
    return [{ severity: "error", path, code: `unknown-${what}`, message: `There is no ${what} "${name}".`, mend }];
  });
}

type Mention = { path: Path; name: string; what: string; known: readonly string[] };
type Known = Record<
  | "unit"
  | "channel"
  | "field"
  | "evidence"
  | "kind"
  | "register"
  | "paper"
  | "stage"
  | "clock"
  | "service"
  | "customer-class"
  | "record",
  string[]
>;

function mentionsIn(edition: Edition, fields: EventFields | undefined): Mention[] {
  const known = knownNames(edition);
  const one = (path: Path, what: keyof Known, name: string | undefined): Mention[] =>
    name === undefined ? [] : [{ path, name, what, known: known[what] }];
  const each = (path: Path, what: keyof Known, names: readonly string[] | undefined): Mention[] =>
    (names ?? []).flatMap((name, index) => one([...path, index], what, name));
  const guard = (path: Path, found: Guard | undefined): Mention[] => (found ? mentionsInGuard(path, found, known) : []);
  const triggers = (path: Path, found: readonly Trigger[]): Mention[] =>
    found.flatMap((trigger, index) => [
      ...guard([...path, index, "when"], trigger.when),
      ...mentionsInTrigger([...path, index], trigger, known, fields),
    ]);
  const move = (path: Path, found: Move): Mention[] => [
    ...one([...path, "leadsTo"], "stage", found.leadsTo),
    ...each([...path, "needs"], "field", found.needs),
    ...each([...path, "needsEvidence"], "evidence", found.needsEvidence),
    ...(found.channels ?? []).map((name, index): Mention => ({
      path: [...path, "channels", index],
      name,
      what: "channel",
      known: ["written", "same-as-intake", ...known.channel],
    })),
    ...found.by.flatMap((who, index) => mentionsInWho([...path, "by", index], who, known)),
    ...guard([...path, "when"], found.when),
    ...(found.expected === true ? [] : guard([...path, "expected"], found.expected)),
  ];
  const owners = ["owner", "owning-unit", "asked-unit", ...roles, ...known.unit];
  return [
    ...one(["begins"], "stage", edition.begins),
    ...one(["reopening", "leadsTo"], "stage", edition.reopening.leadsTo),
    ...(edition.reopening.ways ?? []).flatMap((way, i) => [
      ...one(["reopening", "ways", i, "leadsTo"], "stage", way.leadsTo),
      ...guard(["reopening", "ways", i, "when"], way.when),
    ]),
    ...edition.units.flatMap(({ under }, i) => one(["units", i, "under"], "unit", under)),
    ...edition.roles.flatMap(({ unit }, i) => one(["roles", i, "unit"], "unit", unit)),
    ...edition.complainants.flatMap(({ needs }, i) => each(["complainants", i, "needs"], "evidence", needs)),
    ...edition.kinds.flatMap((kind, i) => [
      ...one(["kinds", i, "register"], "register", kind.register),
      ...each(["kinds", i, "required"], "field", kind.required),
      ...each(["kinds", i, "asked"], "field", kind.asked),
      ...each(["kinds", i, "evidence"], "evidence", kind.evidence),
      ...each(["kinds", i, "coordinationInformation"], "field", kind.coordinationInformation),
    ]),
    ...edition.timeBars.flatMap(({ when }, i) => guard(["timeBars", i, "when"], when)),
    ...edition.stages.flatMap((stage, i) => [
      ...(stage.unit === "owning" ? [] : one(["stages", i, "unit"], "unit", stage.unit)),
      ...stage.moves.flatMap((found, at) => move(["stages", i, "moves", at], found)),
    ]),
    ...edition.anywhere.flatMap((found, i) => move(["anywhere", i], found)),
    ...edition.clocks.flatMap((clock, i) => [
      { path: ["clocks", i, "owner"], name: clock.owner, what: "owner", known: owners },
      ...triggers(["clocks", i, "start"], clock.start),
      ...triggers(["clocks", i, "stop"], clock.stop),
      ...triggers(["clocks", i, "void"], clock.void),
      ...triggers(["clocks", i, "reinstate"], clock.reinstate ?? []),
      ...clock.terms.flatMap(({ when }, at) => guard(["clocks", i, "terms", at, "when"], when)),
    ]),
    ...edition.papers.flatMap((paper, i) => [
      ...one(["papers", i, "numberedIn"], "register", paper.numberedIn),
      ...one(["papers", i, "keptAs"], "record", paper.keptAs),
      ...paper.channels.map((name, at): Mention => ({
        path: ["papers", i, "channels", at],
        name,
        what: "channel",
        known: ["written", "same-as-intake", ...known.channel],
      })),
    ]),
    ...edition.paperDuties.flatMap((duty, i) => [
      ...each(["paperDuties", i, "anyOf"], "paper", papersOf(duty)),
      ...duty.anyOf.flatMap((paper, at) =>
        typeof paper === "string" ? [] : guard(["paperDuties", i, "anyOf", at, "when"], paper.when),
      ),
      ...triggers(["paperDuties", i, "on"], duty.on),
      ...guard(["paperDuties", i, "when"], duty.when),
    ]),
    ...edition.indicators.flatMap((indicator, i) =>
      mentionsInFormula(["indicators", i, "formula"], indicator.formula, { one, guard }),
    ),
  ];
}

function mentionsInFormula(
  path: Path,
  formula: Edition["indicators"][number]["formula"],
  {
    one,
    guard,
  }: {
    one: (path: Path, what: "clock", name: string) => Mention[];
    guard: (path: Path, found: Guard | undefined) => Mention[];
  },
): Mention[] {
  type Count = Extract<typeof formula, { count: unknown }>["count"];
  const count = (at: Path, found: Count): Mention[] =>
    "clock" in found ? one([...at, "clock"], "clock", found.clock) : guard([...at, "when"], found.when);
  if ("share" in formula)
    return [
      ...count([...path, "share", "of"], formula.share.of),
      ...count([...path, "share", "over"], formula.share.over),
    ];
  if ("count" in formula) return count([...path, "count"], formula.count);
  return one([...path, "ofClock"], "clock", formula.ofClock);
}

function mentionsInGuard(path: Path, guard: Guard, known: Known): Mention[] {
  if ("all" in guard) return guard.all.flatMap((part, index) => mentionsInGuard([...path, "all", index], part, known));
  if ("any" in guard) return guard.any.flatMap((part, index) => mentionsInGuard([...path, "any", index], part, known));
  if ("not" in guard) return mentionsInGuard([...path, "not"], guard.not, known);
  if (guard.fact === "clock-elapsed")
    return [{ path: [...path, "clock"], name: guard.clock, what: "clock", known: known.clock }];
  const names =
    guard.fact === "channel-type" ? channelTypes : guard.fact in known ? known[guard.fact as keyof Known] : undefined;
  if (names === undefined || !("in" in guard)) return [];
  return guard.in.map((name, index) => ({ path: [...path, "in", index], name, what: guard.fact, known: names }));
}

/** Fields of facts whose values are ids of the pack. */
const idFields: Readonly<Record<string, keyof Known>> = {
  stage: "stage",
  from: "stage",
  unit: "unit",
  channel: "channel",
  paper: "paper",
  rule: "clock",
  register: "register",
  service: "service",
  customerClass: "customer-class",
};

function mentionsInTrigger(path: Path, trigger: Trigger, known: Known, fields: EventFields | undefined): Mention[] {
  const ofFact = fields?.[trigger.on];
  return Object.entries(trigger.with ?? {}).flatMap(([field, wanted]): Mention[] => {
    const at = [...path, "with", field];
    if (ofFact && !(field in ofFact))
      return [{ path: at, name: field, what: `field-of-${trigger.on}`, known: Object.keys(ofFact) }];
    const values = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
    const isKind = field === "kind" && trigger.on !== "PaperIssued" && trigger.on !== "PaperDrafted";
    const what = isKind ? "kind" : idFields[field];
    if (what !== undefined) return values.map((name) => ({ path: at, name, what, known: known[what] }));
    const allowed = ofFact?.[field];
    if (allowed === undefined || allowed === "any") return [];
    return values.map((name) => ({ path: at, name, what: `${field}-of-${trigger.on}`, known: allowed.map(String) }));
  });
}

function mentionsInWho(path: Path, who: string, known: Known): Mention[] {
  const [role = "", unit] = who.split("@");
  const anyone = ["owner", "owning-unit", "asked-unit", "ordered-unit", "customer", "system"];
  const ofRole: Mention = { path, name: role, what: "role", known: unit === undefined ? [...roles, ...anyone] : roles };
  return unit === undefined ? [ofRole] : [ofRole, { path, name: unit, what: "unit", known: known.unit }];
}

function knownNames(edition: Edition): Known {
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  return {
    unit: ids(edition.units),
    channel: ids(edition.channels),
    field: ids(edition.fields),
    evidence: ids(edition.evidence),
    kind: ids(edition.kinds),
    register: ids(edition.registers),
    paper: ids(edition.papers),
    stage: ids(edition.stages),
    clock: ids(edition.clocks),
    service: ids(edition.services),
    "customer-class": ids(edition.customerClasses),
    record: edition.retention.map(({ record }) => record),
  };
}
