import { z } from "zod";
import type { Role } from "../../procedure/pure/vocabulary.ts";
import { dayText, queryText } from "./addresses.ts";

/** Who puts the stamp on letters; whoever sees every complaint may read their register. */
export const stampKeepers: readonly Role[] = ["records-clerk"];

export const outgoingQuery = {
  search: queryText
    .optional()
    .describe("Words of number, subject, recipient or signer, with or without tone marks; or a complaint's number."),
  register: z.string().min(1).max(100).optional(),
  year: z.coerce.number().int().min(2000).max(2999).optional(),
  fromDay: dayText.optional(),
  toDay: dayText.optional().describe("The last day, inclusive."),
  stamped: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .optional()
    .describe("Only those that are stamped, or are not."),
};

const followed = z.enum(["replacement", "correction"]);

export const outgoingLetterSchema = z.object({
  complaintId: z.string(),
  paperId: z.string(),
  register: z.string(),
  year: z.int(),
  number: z.int().describe("Gap-free within register and year."),
  numberOnPaper: z.string().describe("With its symbol, where the program made the letter."),
  issuedAt: z.string(),
  issuedOn: z.string().describe("Day in Vietnam."),
  issuedBy: z.string().nullable(),
  paper: z.string().describe("What the provider calls it."),
  subject: z.string().nullable(),
  recipient: z.string().nullable().describe("Null: it stays inside, or was erased."),
  signers: z.array(z.string()),
  signedOnPaper: z.boolean().describe("A copy signed on paper was handed in; nobody signed in the program."),
  channel: z.string().nullable().describe("By which it left."),
  dispatch: z.string().nullable().describe("What became of it: dispatched, delivered, bounced, failed, unknown."),
  complaintNumber: z.string(),
  sha256: z.string().nullable(),
  sealedBy: z.string().nullable(),
  followedBy: z.object({ number: z.string().nullable(), as: followed }).nullable(),
  follows: followed.nullable().describe("It replaces or corrects an earlier one."),
  stamp: z.object({ stampedBy: z.string(), stampedAt: z.string(), copies: z.int() }).nullable(),
});
export type OutgoingLetterShown = z.infer<typeof outgoingLetterSchema>;

export const registerSchema = z.object({
  register: z.string(),
  year: z.int(),
  letters: z.int(),
  lastNumber: z.int(),
  missing: z.array(z.int()).describe("Numbers that have no letter; the first fifty. None where nobody meddled."),
});
