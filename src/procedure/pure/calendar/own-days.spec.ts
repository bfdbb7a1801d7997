import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadVietnameseCalendar } from "../../load/calendars.ts";
import { defaultRules, type CalendarRules } from "./calendar-rules.ts";
import { ownDaysOf, rulesTakenBack, rulesWithDay } from "./own-days.ts";
import { versionOf } from "./version.ts";
import { compileCalendar } from "./working-calendar.ts";

const national = loadVietnameseCalendar();
const ofEdition: CalendarRules = { ...defaultRules, closures: [{ date: "2026-03-16", reason: "Ngày thành lập" }] };
const storm = { date: "2026-10-12", kind: "closure", reason: "bão số 9" } as const;
const taken = (rules: CalendarRules, date: string) =>
  rulesTakenBack(compileCalendar({ national, rules }), { date, ofEdition });

describe("a day that an organisation added", () => {
  it("is told apart from those of its edition", () => {
    assert.deepEqual(ownDaysOf(rulesWithDay(ofEdition, storm), ofEdition), [
      { date: "2026-03-16", kind: "closure", reason: "Ngày thành lập", isOfEdition: true },
      { date: "2026-10-12", kind: "closure", reason: "bão số 9", isOfEdition: false },
    ]);
  });

  it("is taken back, and the calendar is the same as before, by its very name", () => {
    const worked = { date: "2026-10-17", kind: "opening", reason: "làm bù" } as const;
    for (const day of [storm, worked]) {
      const back = taken(rulesWithDay(ofEdition, day), day.date);
      assert.ok(back.ok);
      assert.deepEqual([back.day.kind, back.rules], [day.kind, ofEdition]);
      assert.equal(versionOf({ national, rules: back.rules }), versionOf({ national, rules: ofEdition }));
    }
  });

  it("gives way to what the edition says of that day", () => {
    const changed = rulesWithDay(ofEdition, { date: "2026-03-16", kind: "opening", reason: "làm việc" });
    const back = taken(changed, "2026-03-16");
    assert.deepEqual(back.ok && back.rules, ofEdition);
  });

  it("is neither the nation's, nor the edition's, nor an ordinary one", () => {
    assert.deepEqual(taken(ofEdition, "2026-09-02"), { ok: false, why: "national", name: "Quốc khánh" });
    assert.deepEqual(taken(ofEdition, "2026-03-16"), { ok: false, why: "of-edition", name: "Ngày thành lập" });
    assert.deepEqual(taken(ofEdition, "2026-03-18"), { ok: false, why: "not-added", name: "" });
  });
});
