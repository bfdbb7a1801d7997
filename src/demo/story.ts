import type { Complaint } from "../complaint/state.ts";
import type { Day } from "../procedure/pure/day.ts";
import type { Instant } from "../procedure/pure/instant.ts";
import type { Role, Verb } from "../procedure/pure/vocabulary.ts";
import type { Desk } from "./desk/desk.ts";

/** Everything that the demonstration shows of one provider: who works there, and what its customers complained of. */
export type DemoOrganisation = {
  organisation: string;
  procedure: string;
  people: readonly DemoPerson[];
  stories: readonly Story[];
  desk: Desk;
};

/** Somebody who works there. Signs in as `<id>@<organisation>`. */
export type DemoPerson = { id: string; name: string; roles: readonly { role: Role; unit: string }[] };

/** One complaint, told from the first contact to where it stands today. */
export type Story = {
  /** Unique within the provider; other stories of it name it by this. */
  id: string;
  /** Stage in which it stands at the end. */
  ends: string;
  steps: readonly Step[];
};

export type Step = {
  /** When it happened: see `momentOf`. Never after the start of the program, never before the step before. */
  at: string;
  /** Id of a person, `customer` or `system`. */
  by: string;
  do: Verb;
  with?: Values | ((telling: Telling) => Values);
  /** Values of the pack's fields. Whatever the pack wants confirmed is confirmed. */
  filled?: Filled | ((telling: Telling) => Filled);
  /** The signed copy of this paper of the pack is handed in with it. */
  document?: string;
};

export type Values = Record<string, unknown>;
export type Filled = Record<string, string | number | boolean>;

/** What a step may speak of that is only known when it is told. */
export type Telling = {
  /** The file as it stands before the step. */
  file: Complaint;
  /** A day so many working days from today; before today when negative. */
  day: (workingDays: number) => Day;
  /** A day so many months before today. */
  monthsAgo: (months: number) => Day;
  /** A moment, as in `at`; here it may lie ahead: `in 2h`, `2 09:00`. */
  moment: (text: string) => Instant;
  /** Id of a person of the provider. */
  person: (id: string) => string;
  /** Id of the complaint of an earlier story. */
  complaint: (story: string) => string;
  /** Id of the newest coordination request, to a unit where one is named. */
  coordination: (unit?: string) => string;
  promise: () => string;
  remedy: () => string;
  action: () => string;
  paper: () => string;
};
