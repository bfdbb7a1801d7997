import type { Command } from "../complaint/command.ts";
import type { Actor, Calendars } from "../complaint/context.ts";
import type { Attachment } from "../complaint/events/parts.ts";
import type { Complaint } from "../complaint/state.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import { dayOf, type Instant } from "../procedure/pure/instant.ts";
import { momentOf, monthsBefore, workingDayFrom } from "./moments.ts";
import type { DemoOrganisation, DemoPerson, Step, Story, Telling } from "./story.ts";

/** Where a story is written down: in the database, or in memory to prove it. */
export type Keeper = {
  /** Lets every clock that fell due up to then warn and run out, as the worker would have done at the time. */
  fireUntil: (at: Instant) => Promise<Complaint | undefined>;
  /** Gives the command; throws where it is refused, for then the story is wrong. */
  carryOut: (command: Command, actor: Actor) => Promise<Complaint>;
  /** Keeps a document as a text, so that it can be handed in. */
  keep: (name: string, text: string) => Promise<Attachment>;
};

/** Tells one story step by step up to now, and lets what fell due in between fire. */
export async function tellStory(
  story: Story,
  {
    now,
    edition,
    calendars,
    organisation,
    complaintOf,
    keeper,
  }: {
    now: Instant;
    edition: Edition;
    calendars: Calendars;
    organisation: DemoOrganisation;
    /** Id of the complaint of an earlier story. */
    complaintOf: (story: string) => string;
    keeper: Keeper;
  },
): Promise<Complaint> {
  const calendar = calendars.organisation;
  let previous: Instant | undefined;
  for (const step of story.steps) {
    const at = momentOf(step.at, { now, previous, calendar });
    const file = previous === undefined ? undefined : await keeper.fireUntil(at);
    const telling = tellingOf({ file, now, calendar, organisation, complaintOf });
    const command: Command = {
      verb: step.do,
      occurredAt: at,
      data: happenedBy(at, typeof step.with === "function" ? step.with(telling) : step.with, calendar),
      filled: typeof step.filled === "function" ? step.filled(telling) : step.filled,
      confirmed: file ? everythingConfirmed(step, file, edition) : undefined,
      attachments: file && step.document ? [await signedCopy(step.document, { file, edition, keeper })] : undefined,
    };
    await keeper.carryOut(command, actorOf(step.by, organisation));
    previous = at;
  }
  const told = await keeper.fireUntil(now);
  if (!told) throw new Error(`the story ${story.id} has no beginning`);
  return told;
}

/** What is complained of happened on the day of receipt at the latest: soon after midnight "today" is the day after it. */
function happenedBy(at: Instant, data: unknown, { offsetMs }: Calendars["organisation"]): unknown {
  const receivedOn = dayOf(at, offsetMs / 60_000);
  const isLater = typeof data === "object" && data !== null && "eventOn" in data && String(data.eventOn) > receivedOn;
  return isLater ? { ...data, eventOn: receivedOn } : data;
}

/** The first moment of a story, by which stories are told in order. */
export function beginningOf({ steps }: Story, { now, calendars }: { now: Instant; calendars: Calendars }): Instant {
  return momentOf(steps[0]?.at ?? "", { now, calendar: calendars.organisation });
}

/** Lasting ids, so that a story can speak of its people and a second start finds the same ones. */
export function personIdOf({ organisation }: DemoOrganisation, { id }: DemoPerson): string {
  return `${organisation}-${id}`;
}

function actorOf(by: string, organisation: DemoOrganisation): Actor {
  if (by === "customer") return { kind: "customer" };
  if (by === "system") return { kind: "system", process: "demonstration" };
  const person = personIn(by, organisation);
  return { kind: "person", personId: personIdOf(organisation, person), roles: person.roles };
}

function personIn(id: string, { organisation, people }: DemoOrganisation): DemoPerson {
  const person = people.find((each) => each.id === id);
  if (!person) throw new Error(`nobody at ${organisation} is called ${id}`);
  return person;
}

function everythingConfirmed(step: Step, file: Complaint, edition: Edition): string[] {
  const stage = edition.stages.find(({ id }) => id === file.stage);
  const moves = [...(stage?.moves ?? []), ...edition.anywhere].filter(({ verb }) => verb === step.do);
  return moves.flatMap(({ confirm }) => (confirm ?? []).map(({ id }) => id));
}

/** Stands for the scan that a clerk would hand in: what the paper is, and whom it is about. */
function signedCopy(
  paper: string,
  { file, edition, keeper }: { file: Complaint; edition: Edition; keeper: Keeper },
): Promise<Attachment> {
  const name = edition.papers.find(({ id }) => id === paper)?.name ?? paper;
  const { number, customer, content } = file;
  const lines = [name.toUpperCase(), `Hồ sơ: ${number}`, `Khách hàng: ${customer.name ?? ""}`, `Nội dung: ${content}`];
  return keeper.keep(`${name}.txt`, `${lines.join("\n")}\n\nBản minh họa của dữ liệu dùng thử.\n`);
}

function tellingOf({
  file,
  now,
  calendar,
  organisation,
  complaintOf,
}: {
  file: Complaint | undefined;
  now: Instant;
  calendar: Calendars["organisation"];
  organisation: DemoOrganisation;
  complaintOf: (story: string) => string;
}): Telling {
  const known = (): Complaint => {
    if (!file) throw new Error("a story begins by registering the complaint");
    return file;
  };
  const last = <Item>(items: readonly Item[], what: string): Item => {
    const item = items.at(-1);
    if (!item) throw new Error(`the file ${known().number} has no ${what} yet`);
    return item;
  };
  return {
    get file() {
      return known();
    },
    day: (workingDays) => workingDayFrom(now, workingDays, calendar),
    monthsAgo: (months) => monthsBefore(now, months, calendar),
    moment: (text) => momentOf(text, { now, calendar }),
    person: (id) => personIdOf(organisation, personIn(id, organisation)),
    complaint: complaintOf,
    coordination: (unit) =>
      last(
        known().coordinations.filter((each) => unit === undefined || each.unit === unit),
        "coordination request",
      ).coordinationId,
    promise: () => last(known().promises, "promise").promiseId,
    remedy: () => last(known().remedies, "remedy").remedyId,
    action: () => last(known().actions, "corrective action").actionId,
    paper: () => last(known().papers, "paper").paperId,
  };
}

/** Day of receipt, which decides the edition that a story is pinned to. */
export function receivedOnOf(story: Story, at: { now: Instant; calendars: Calendars }): string {
  return dayOf(beginningOf(story, at), at.calendars.organisation.offsetMs / 60_000);
}
