import type { Edition } from "../edition/edition.ts";
import { clocksTold } from "./clocks-told.ts";
import { kindsTold, timeBarsTold } from "./kinds-told.ts";
import { indicatorsTold, paperDutiesTold, papersTold, retentionTold } from "./papers-told.ts";
import { sourcesOf } from "./sources.ts";
import { anywhereTold, stagesTold } from "./stages-told.ts";

/**
 * An edition as the document that it is: everything that a person reads of it, with terms, guards and events in words, each value
 * with its source. Names of the provider stand as the provider wrote them.
 */
export function documentOf(edition: Edition) {
  const { ref, organisation, header, levels, rounds, channels, units, readings, planned, remarks } = edition;
  return {
    ref,
    organisation: { name: organisation.name, letterhead: organisation.letterhead ?? null },
    header: { ...header, source: sourcesOf(header.source), principles: principlesOf(edition) },
    levels,
    rounds,
    units: units.map((unit) => ({
      name: unit.name,
      fullName: unit.fullName ?? null,
      under: units.find(({ id }) => id === unit.under)?.name ?? null,
      coordinates: unit.coordinates,
      source: sourcesOf(unit.source),
    })),
    roles: rolesTold(edition),
    channels: channels.map(({ name, address, written, source }) => ({
      name,
      address: address ?? null,
      written,
      source: sourcesOf(source),
    })),
    complainants: edition.complainants.map(({ name, needs, source }) => ({
      name,
      needs: needs.map((id) => edition.evidence.find((each) => each.id === id)?.name ?? id),
      source: sourcesOf(source),
    })),
    kinds: kindsTold(edition),
    timeBars: timeBarsTold(edition),
    stages: stagesTold(edition),
    anywhere: anywhereTold(edition),
    clocks: clocksTold(edition),
    papers: papersTold(edition),
    paperDuties: paperDutiesTold(edition),
    indicators: indicatorsTold(edition),
    retention: retentionTold(edition),
    readings: readings.map((reading) => ({ ...reading, source: sourcesOf(reading.source) })),
    clauses: edition.clauses ?? [],
    planned,
    remarks,
  };
}

/** Each office once, whatever it may do under several roles. */
function rolesTold({ roles, units }: Edition) {
  const told = new Map<string, { name: string; unit: string | null; source: string[] }>();
  for (const { name, unit, source } of roles) {
    const key = `${name} ${unit ?? ""}`;
    const before = told.get(key)?.source ?? [];
    const unitName = units.find(({ id }) => id === unit)?.name ?? null;
    told.set(key, { name, unit: unitName, source: [...new Set([...before, ...sourcesOf(source)])] });
  }
  return [...told.values()];
}

function principlesOf({ header }: Edition) {
  return (header.principles ?? []).map(({ text, source }) => ({ text, source: sourcesOf(source) }));
}
