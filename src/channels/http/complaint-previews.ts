import { z } from "zod";
import { missingWords } from "../../complaint/forms/missing-words.ts";
import type { Calendars } from "../../complaint/context.ts";
import { holds } from "../../complaint/facts.ts";
import type { TimeBar } from "../../procedure/pure/edition/kinds.ts";
import { proofOfTimeBar } from "../../procedure/pure/term/proof-of-days.ts";
import { wordsOf } from "../../procedure/pure/term/proof-words.ts";
import { parseTerm } from "../../procedure/pure/term/term.ts";
import { termInWords } from "../../procedure/pure/words/term-in-words.ts";
import { promisedDays } from "../../projections/customer-view/promises.ts";
import { previewRegistration, type RegistrationPreview } from "../../store/preview-registration.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problemOfNotDone } from "./carry-out.ts";
import { bodyOf, commandParts } from "./command-body.ts";
import { documentsHandedIn } from "./documents-handed-in.ts";
import { wordsSchema } from "./form-fields.ts";
import { takingIn } from "./role-needed.ts";
import { proofStepSchema } from "./proof-schema.ts";
import { promisedDaySchema } from "./public-schema.ts";

/** Stands for what was said until somebody has written it. */
const NOT_YET_SAID = "…";

const sourceSchema = z.union([z.string(), z.array(z.string())]).nullable();
const ruleSchema = z.object({
  rule: z.string(),
  from: z.string().describe("What its first day is, in the pack's words."),
  term: wordsSchema,
  origin: z.enum(["procedure", "law"]),
  source: sourceSchema,
});
const timeBarSchema = ruleSchema.extend({
  eventOn: z.string(),
  lastOn: z.string().describe("The last day on which the complaint is in time."),
  barred: z.boolean(),
  lateness: z.enum(["refuse", "may-refuse", "goodwill"]),
  calendarVersion: z.string(),
  steps: z.array(proofStepSchema),
});

const previewedSchema = z.object({
  isComplaint: z.boolean().describe("False for praise, plain requests, abuse reports: no promise runs."),
  register: z.object({ id: z.string(), name: z.string(), entryName: z.string() }).nullable(),
  missing: z
    .array(z.object({ id: z.string(), field: z.string().nullable(), label: wordsSchema }))
    .describe("“Cần bổ sung”: never a reason not to take it in. `field`: its path in the body; null: a document."),
  timeBar: timeBarSchema.nullable().describe("The latest of those that apply; null: none, or not countable yet."),
  timeBarsOpen: z.array(ruleSchema).describe("Those that apply and of which the first day is not known yet."),
  promises: z.array(promisedDaySchema.extend({ name: z.string() })).describe("The earliest due first."),
  contactBy: z.string().nullable().describe("When the customer hears from us at the latest: the first due."),
});
type Previewed = z.infer<typeof previewedSchema>;

/** `/complaint-previews`: what taking a complaint in would give, while it is still being told. */
export function complaintPreviewRoutes(api: Api, wiring: Wiring): void {
  const { shape } = bodyOf("register");
  const { channel } = shape as Record<string, z.ZodType>;
  const body = z.strictObject({ ...z.strictObject(shape).partial().shape, ...(channel ? { channel } : {}) });
  api.post(
    "/complaint-previews",
    {
      config: { scope: "register" },
      schema: {
        tags: ["complaints"],
        operationId: "preview-registration",
        summary: "What registering would give",
        description:
          "Time-bar with its proof, what is missing, the days that would be promised. Takes what `POST /complaints` takes, also half written; no number is taken and nothing is written.",
        body: body.extend({ procedure: idParam.optional() }),
        response: { 200: previewedSchema },
      },
    },
    async (request) => {
      const { identity, actor } = takingIn(signedIn(request));
      const { organisation } = identity;
      const { procedure, ...written } = request.body as Record<string, unknown> & { procedure?: string };
      const isSaid = typeof written["content"] === "string" && written["content"].trim() !== "";
      const parts = commandParts({ ...written, content: isSaid ? written["content"] : NOT_YET_SAID }, {});
      const { documents = [], data, ...envelope } = parts;
      const salt = wiring.newId();
      const attachments = await documentsHandedIn(wiring, organisation, { documents, salt, isPreview: true });
      const command = { verb: "register" as const, data, ...envelope, attachments };
      const result = await previewRegistration(wiring.store, { organisation, procedure, command, actor });
      if (result.result !== "decided") throw await problemOfNotDone(result, { wiring, organisation });
      return shown(result, { isSaid });
    },
  );
}

function shown(made: RegistrationPreview, { isSaid }: { isSaid: boolean }): Previewed {
  const { complaint, edition, decidedAt } = made;
  const { classification } = complaint;
  const register = edition.registers.find(({ id }) => id === classification?.register);
  const kind = edition.kinds.find(({ id }) => id === classification?.kind);
  const unsaid = !isSaid && kind?.required.includes("content") ? ["content"] : [];
  const promises = promisedDays(complaint, { edition, now: decidedAt }).map((promise) => ({
    ...promise,
    name: edition.clocks.find(({ id }) => id === promise.rule)?.name ?? promise.purpose,
  }));
  return {
    isComplaint: classification?.complaint ?? true,
    register: register ? { id: register.id, name: register.name, entryName: register.entryName } : null,
    missing: [...unsaid, ...complaint.missing].map((id) => missingWords(id, edition)),
    timeBar: timeBarShown(made),
    timeBarsOpen: timeBarsOpen(made),
    promises,
    contactBy: promises[0]?.dueAt ?? null,
  };
}

function timeBarShown({ complaint, edition, calendars }: RegistrationPreview): Previewed["timeBar"] {
  const { timeBar, classification } = complaint;
  if (classification?.complaint === false) return null;
  const rule = edition.timeBars.find(({ id }) => id === timeBar?.rule);
  if (!timeBar || !rule) return null;
  const term = parseTerm(rule.term);
  if (!term.ok) throw new Error(term.reason);
  const { eventOn, lastOn, barred, lateness, calendarVersion } = timeBar;
  const proof = proofOfTimeBar({ eventOn, term: term.term, calendar: calendarOf(rule, calendars) });
  const steps = proof.map((step) => ({ ...step, words: wordsOf(step) }));
  return { ...ruleShown(rule), eventOn, lastOn, barred, lateness, calendarVersion, steps };
}

/** Those that wait for their first day: one of them may turn out to be the latest. */
function timeBarsOpen({ complaint, edition, decidedAt }: RegistrationPreview): Previewed["timeBarsOpen"] {
  if (complaint.timeBar || !complaint.classification?.complaint) return [];
  return edition.timeBars.filter(({ when }) => holds(when, complaint, decidedAt)).map(ruleShown);
}

function ruleShown({ id, fromName, term, origin, source }: TimeBar) {
  return { rule: id, from: fromName, term: termInWords(term), origin, source: source ?? null };
}

function calendarOf({ origin }: TimeBar, calendars: Calendars) {
  return origin === "law" ? calendars.national : calendars.organisation;
}
