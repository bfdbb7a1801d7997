import type { z } from "zod";
import type { EditionRef, packSchema } from "../../src/procedure/pure/edition/edition.ts";

const source = "its site";

/** The beginning of every pack of specs: who Acme is, and when it works. Its stages, moves and clocks are what a spec is about. */
export const acmePack = {
  format: 1,
  organisation: { id: "acme", name: "Công ty Acme", shortName: "Acme", source },
  procedure: "complaints",
  header: {
    number: null,
    edition: null,
    title: "Quy trình giải quyết khiếu nại",
    revisedOn: null,
    effectiveOn: "2020-01-01",
    effectiveOnStated: true,
    pages: null,
    scope: [],
    signOff: [],
    changeLog: [],
    stamp: null,
    source,
  },
  law: "vn",
  calendar: {
    week: [1, 2, 3, 4, 5],
    shifts: [
      { from: "08:00", to: "12:00" },
      { from: "13:00", to: "17:00" },
    ],
    swappedSaturdaysWorked: false,
    swapDaysClosed: true,
    makeUpDaysClosed: true,
    source,
  },
  begins: "intake",
} satisfies Partial<z.input<typeof packSchema>>;

export const acmeRef: EditionRef = {
  organisation: "acme",
  procedure: "complaints",
  effectiveOn: "2020-01-01",
  lawEffectiveOn: "2010-01-01",
  hash: "small",
};
