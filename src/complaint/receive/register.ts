import { z } from "zod";
import type { Command } from "../command.ts";
import { isPractising, type Context } from "../context.ts";
import type { EventData, NewEvent } from "../events/event.ts";
import { customerSchema, day, idText, line, text } from "../events/parts.ts";
import { classificationOf, missingOf, timeBarFor } from "../follow/classify.ts";
import { after } from "../follow/follow.ts";
import { fieldProblem } from "../pack-fields.ts";
import { given } from "../given.ts";
import { isRefusal, known, refuse, type Refusal } from "../refusal.ts";
import { dayOfSendingProblem, eventDayProblem } from "./day-of-event.ts";

export const registerFields = z.strictObject({
  channel: idText,
  customer: customerSchema.default({}),
  complainant: z.strictObject({ as: idText, name: line.optional(), relation: line.optional() }).optional(),
  kind: idText.optional(),
  service: idText.optional(),
  content: text,
  remedySought: text.optional(),
  eventOn: day.optional(),
  /** Of what came by post: the day of the postmark. The time-bar looks at it; terms count from receipt. */
  sentOn: day.optional(),
  reportedThrough: line.optional(),
  /** Who took it down on paper, where it is entered later: `occurredAt` is then when that person received it. */
  notedBy: line.optional(),
  forwardedByAuthority: line.optional(),
  vulnerable: z.boolean().default(false),
  aboutPersonIds: z.array(idText).max(20).default([]),
  /** Written up from history: nothing is sent outside on its account. */
  imported: z.boolean().default(false),
});

/**
 * Takes a complaint in. Never refused for gaps or lateness: what is missing is listed as "to be completed", lateness is
 * noted for the role that may refuse. Refuses only words that the edition does not know, a day of the event after receipt,
 * and people who may not register.
 * Source: ISO 10002:2018 7.2; Law 19/2023/QH15 Art. 31.
 */
export function register(
  data: z.infer<typeof registerFields>,
  command: Command,
  context: Context & { at: string },
): NewEvent[] | Refusal {
  const { edition, at, number } = context;
  if (number === undefined) throw new Error("a complaint is registered under a number");
  const channel = edition.channels.find(({ id }) => id === data.channel);
  if (!channel) return refuse("unknown-channel", { name: data.channel, ...known(edition.channels) }, "channel");
  const complainant = data.complainant ?? { as: edition.complainants[0]?.id ?? "holder" };
  if (!edition.complainants.some(({ id }) => id === complainant.as)) {
    return refuse("unknown-complainant", { name: complainant.as, ...known(edition.complainants) }, "complainant.as");
  }
  const filled = command.filled ?? {};
  const problem =
    fieldProblem(filled, edition) ??
    eventDayProblem(data.eventOn, at, context) ??
    dayOfSendingProblem(data.sentOn, at, context);
  if (problem) return problem;
  const { kind, service, customer } = data;
  const classification = kind === undefined ? null : classificationOf({ kind, service, customer }, edition);
  if (isRefusal(classification)) return classification;
  const attachments = command.attachments ?? [];
  const first: EventData<"ComplaintRegistered"> = {
    number,
    edition: edition.ref,
    channel: channel.id,
    channelType: channel.type,
    customer,
    complainant,
    content: data.content,
    ...given({ remedySought: data.remedySought, eventOn: data.eventOn, reportedThrough: data.reportedThrough }),
    ...given({ sentOn: data.sentOn, notedBy: data.notedBy }),
    ...given({ forwardedByAuthority: data.forwardedByAuthority }),
    filled,
    attachments,
    classification,
    missing: missingOf({ ...data, complainant, filled, attachments, classification }, edition),
    timeBar: null,
    vulnerable: data.vulnerable,
    aboutPersonIds: data.aboutPersonIds,
    imported: data.imported,
    ...(isPractising(context.actor) ? { training: true as const } : {}),
  };
  const registered: NewEvent = { type: "ComplaintRegistered", occurredAt: at, data: first };
  const timeBar = timeBarFor(after(registered, undefined, context), context);
  return [{ ...registered, data: { ...first, timeBar } }, firstStage(context)];
}

function firstStage({ edition, at, actor }: Context & { at: string }): NewEvent {
  const stage = edition.stages.find(({ id }) => id === edition.begins);
  if (!stage) throw new Error(`edition ${edition.ref.hash} begins at the unknown stage ${edition.begins}`);
  // Where whoever takes it keeps it, it begins with the unit of the person at the counter or on the telephone.
  const takenBy = actor.kind === "person" ? (actor.roles[0]?.unit ?? null) : null;
  const unit = stage.unit === "owning" ? takenBy : stage.unit;
  return {
    type: "StageEntered",
    occurredAt: at,
    data: { stage: stage.id, phase: stage.phase, from: null, unit, level: 1, round: 1 },
  };
}
