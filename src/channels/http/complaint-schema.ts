import { z } from "zod";
import { closeOutcomes } from "../../complaint/events/ending.ts";
import { classificationSchema, editionRefSchema } from "../../complaint/events/intake.ts";
import {
  attachmentSchema,
  customerSchema,
  filledSchema,
  timeBarAssessmentSchema,
} from "../../complaint/events/parts.ts";
import { channelTypes, marks, pauseReasons, phases } from "../../procedure/pure/vocabulary.ts";
import { correctiveActionSchema } from "./corrective-actions.ts";

const coordinationSchema = z.object({
  coordinationId: z.string(),
  unit: z.string(),
  askedAt: z.string(),
  status: z.enum(["asked", "confirmed", "answered", "accepted", "returned", "withdrawn"]),
  reminders: z.int(),
  promisedRepairOn: z.string().optional(),
  repairDone: z.boolean(),
});

const paperLinkSchema = z.object({ paperId: z.string(), as: z.enum(["replacement", "correction"]) });
const paperSchema = z.object({
  paperId: z.string(),
  paper: z.string(),
  kind: z.string(),
  status: z.enum(["drafted", "checked", "signed", "issued"]),
  signatures: z.array(z.string()),
  letterNumber: z.string().optional(),
  issuedAt: z.string().optional(),
  follows: paperLinkSchema.optional().describe("The issued paper that it replaces or corrects."),
  followedBy: paperLinkSchema.optional(),
  signedOnPaper: z.boolean().optional().describe("A copy signed on paper was handed in and issued."),
  signers: z.string().optional().describe("Whose names stand on that copy."),
  confirmationCode: z.string().optional(),
  sealedBy: z.string().optional().describe("Whom the certificate of its electronic seal names."),
  scans: z.array(z.string()).optional().describe("Documents of the file that show its copy signed on paper."),
});

const replySchema = z.object({
  replyId: z.string(),
  at: z.string(),
  round: z.int(),
  level: z.int(),
  final: z.boolean(),
  substantive: z.boolean(),
  written: z.boolean(),
  channel: z.string(),
  dispatch: z.enum(["sent", "bounced"]),
});

/** What every phase has and a screen shows; `state.ts` says what each means. The rest of the state stands beside it. */
export const complaintSchema = z
  .object({
    complaintId: z.string(),
    sequence: z.int(),
    number: z.string(),
    phase: z.enum(phases),
    edition: editionRefSchema,
    receivedAt: z.string(),
    channel: z.string(),
    channelType: z.enum(channelTypes),
    customer: customerSchema,
    complainant: z.object({ as: z.string(), name: z.string().optional(), relation: z.string().optional() }),
    content: z.string(),
    remedySought: z.string().optional(),
    eventOn: z.string().optional(),
    sentOn: z.string().optional().describe("The day on which it was sent, by the postmark: the time-bar looks at it."),
    filled: filledSchema,
    attachments: z.array(attachmentSchema),
    classification: classificationSchema.nullable(),
    missing: z.array(z.string()).describe("Ids of what the pack requires and is not there yet."),
    timeBar: timeBarAssessmentSchema.nullable(),
    reportedThrough: z.string().optional(),
    notedBy: z.string().optional().describe("Who took it down on paper, where it was entered later."),
    forwardedByAuthority: z.string().optional(),
    imported: z.boolean(),
    shownIn: z
      .enum(["work", "training", "nowhere"])
      .describe("`training`: for practice; it counts nowhere, and nothing is sent on its account."),
    marks: z.array(z.enum(marks)),
    stage: z.string(),
    stageEnteredAt: z.string(),
    unit: z.string().nullable(),
    ownerId: z.string().nullable(),
    level: z.int(),
    round: z.int(),
    coordinations: z.array(coordinationSchema),
    replies: z.array(replySchema),
    promises: z.array(
      z.object({ promiseId: z.string(), text: z.string(), dueOn: z.string(), fulfilledAt: z.string().nullable() }),
    ),
    correctiveActions: z.array(correctiveActionSchema),
    papersOwed: z.array(
      z.object({ owedId: z.string(), duty: z.string(), anyOf: z.array(z.string()), issuedAs: z.string().nullable() }),
    ),
    papers: z.array(paperSchema),
    links: z.array(z.object({ linkId: z.string(), to: z.string(), as: z.string() })),
    pause: z.object({ reason: z.enum(pauseReasons), since: z.string() }).nullable(),
    closedAt: z.string().optional(),
    archivedAt: z.string().optional(),
    outcome: z.enum(closeOutcomes).optional(),
    names: z
      .object({
        stage: z.string(),
        kind: z.string().nullable(),
        channel: z.string(),
        unit: z.string().nullable(),
        register: z.string().nullable(),
        owner: z.string().nullable(),
        links: z
          .array(
            z.object({
              to: z.string().describe("As `links[].to` names it."),
              kind: z.enum(["incident", "complaint"]),
              id: z.string(),
              name: z.string().describe("Title of the incident, number of the complaint."),
            }),
          )
          .describe("What `links` lead to, as far as you may see it."),
      })
      .describe("What the provider calls them."),
  })
  .loose();
