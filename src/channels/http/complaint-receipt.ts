import { z } from "zod";
import { personNames } from "../../access/person-names.ts";
import { missingWords } from "../../complaint/forms/missing-words.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { outsideWays } from "../../procedure/pure/vocabulary.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { promisedAfterReceipt } from "../../projections/customer-view/promises.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { wordsSchema } from "./form-fields.ts";
import { organisationShown, promisedDaySchema, publicOrganisationSchema } from "./public-schema.ts";
import { readComplaint, type ReadComplaint } from "./read-complaint.ts";
import { fieldValue } from "../../documents/field-values.ts";
import type { PaperFacts } from "../../documents/paper-facts.ts";
import { receiptText } from "./receipt-text.ts";

const receiptSchema = z.object({
  provider: publicOrganisationSchema,
  paper: z
    .object({ id: z.string(), name: z.string(), signedBy: z.array(z.string()) })
    .nullable()
    .describe("The pack's receipt; null where it has none."),
  issued: z.object({ letterNumber: z.string().nullable(), issuedAt: z.string() }).nullable(),
  number: z.string(),
  isTraining: z.boolean().describe("For practice: the paper says that it has no value."),
  entry: z.string().nullable().describe("What an entry of its register is called: “Case”, “Ticket”."),
  register: z.string().nullable(),
  isComplaint: z.boolean(),
  receivedAt: z.string(),
  receivedBy: z.string().nullable(),
  unit: z.string().nullable(),
  channel: z.string(),
  customer: z.array(z.string()).describe("Name, address, telephone, contract: one line each."),
  kind: z.string().nullable(),
  service: z.string().nullable(),
  content: z.string(),
  remedySought: z.string().nullable(),
  documents: z.array(z.string()),
  missing: z.array(z.object({ id: z.string(), field: z.string().nullable(), label: wordsSchema })),
  rows: z
    .array(z.object({ label: z.string(), value: z.string() }))
    .describe("The items that the pack wants on its receipt, as far as the file says them; none where it names none."),
  promises: z
    .array(promisedDaySchema.extend({ name: z.string() }))
    .describe("The earliest due first; that it arrived, the receipt itself says."),
  contactBy: z.string().nullable().describe("When the customer hears from the provider at the latest."),
  outsideWays: z
    .array(z.enum(outsideWays))
    .describe("Where else the customer may turn, by the law that it runs under."),
  electronic: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .describe("Channels by which it can be sent to this customer."),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** `/complaints/{id}/receipt`: what the customer takes home, in the provider's words. */
export function complaintReceiptRoutes(api: Api, wiring: Wiring): void {
  api.get(
    "/complaints/:complaintId/receipt",
    {
      config: { scope: "read" },
      schema: {
        tags: ["complaints"],
        summary: "The receipt as it stands now",
        description: "`text` is what a drafted receipt paper says. Issuing it is the verb `issue-paper`.",
        params: z.object({ complaintId: idParam }),
        response: { 200: receiptSchema.extend({ text: z.string() }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { organisation } = who.identity;
      const read = await readComplaint(wiring, who, request.params.complaintId);
      const by = read.events[0]?.actor;
      const personId = by?.kind === "person" ? by.personId : null;
      const names = await readInside(wiring.pool, organisation, (connection) =>
        personNames(connection, organisation, [personId, read.complaint.ownerId]),
      );
      const receipt = receiptOf(read, names);
      return { ...receipt, text: receiptText(receipt) };
    },
  );
}

function receiptOf(read: ReadComplaint, names: ReadonlyMap<string, string>): Receipt {
  const { complaint, edition } = read;
  const { classification, channel, unit, missing } = complaint;
  const register = edition.registers.find(({ id }) => id === classification?.register);
  const promises = promisesOf(read);
  return {
    provider: organisationShown(edition),
    ...paperOf(complaint, edition),
    number: complaint.number,
    isTraining: complaint.shownIn !== "work",
    entry: register?.entryName ?? null,
    register: register?.name ?? null,
    isComplaint: classification?.complaint ?? true,
    receivedAt: complaint.receivedAt,
    receivedBy: fieldValue("receiver", "receipt", factsOf(read, names)),
    unit: nameIn(edition.units, unit),
    channel: nameIn(edition.channels, channel) ?? channel,
    customer: customerLines(complaint),
    kind: nameIn(edition.kinds, classification?.kind),
    service: nameIn(edition.services, classification?.service),
    content: complaint.content,
    remedySought: complaint.remedySought ?? null,
    documents: complaint.attachments.map(({ name }) => name),
    // What kind it is, the provider finds out: nobody can bring it.
    missing: missing.filter((id) => id !== "kind").map((id) => missingWords(id, edition)),
    rows: rowsOf(read, names),
    promises,
    contactBy: promises.find(({ endedAt }) => endedAt === null)?.dueAt ?? null,
    outsideWays: classification?.complaint === false ? [] : edition.outsideWays.map(({ id }) => id),
    electronic: electronicChannels(complaint, edition),
  };
}

function factsOf(
  { complaint, edition, events, decidedAt }: ReadComplaint,
  names: ReadonlyMap<string, string>,
): PaperFacts {
  return { complaint, edition, events, names, now: decidedAt, letterNumber: null };
}

/** Without the number of the receipt itself: it stands above, once it has one. */
function rowsOf(read: ReadComplaint, names: ReadonlyMap<string, string>): Receipt["rows"] {
  const paper = read.edition.papers.find(({ kind }) => kind === "receipt");
  return (paper?.fields ?? []).flatMap(({ id, name }) => {
    const value = id === "number" ? null : fieldValue(id, "receipt", factsOf(read, names));
    return value === null ? [] : [{ label: name, value }];
  });
}

function paperOf({ papers }: Complaint, edition: Edition): Pick<Receipt, "paper" | "issued"> {
  const paper = edition.papers.find(({ kind }) => kind === "receipt");
  const issued = papers.findLast((each) => each.paper === paper?.id && each.status === "issued");
  return {
    paper: paper ? { id: paper.id, name: paper.name, signedBy: paper.signedBy } : null,
    issued: issued?.issuedAt ? { letterNumber: issued.letterNumber ?? null, issuedAt: issued.issuedAt } : null,
  };
}

function promisesOf({ complaint, edition, decidedAt }: ReadComplaint): Receipt["promises"] {
  return promisedAfterReceipt(complaint, { edition, now: decidedAt }).map((promise) => ({
    ...promise,
    // Who reads the receipt is told what no promise but the law says.
    name: `${nameIn(edition.clocks, promise.rule) ?? promise.purpose}${promise.origin === "law" ? " (theo pháp luật)" : ""}`,
  }));
}

function customerLines({ customer, complainant }: Complaint): string[] {
  const { name, address, phone, email, contract, serviceNumber } = customer;
  const lines = [name, address, phone, email, contract, serviceNumber, complainant.name];
  return lines.flatMap((line) => (line === undefined || line === "" ? [] : [line]));
}

/** By e-mail only to whom an address is known. */
function electronicChannels({ customer }: Complaint, { channels }: Edition): Receipt["electronic"] {
  if (customer.email === undefined) return [];
  return channels.filter(({ type }) => type === "email").map(({ id, name }) => ({ id, name }));
}

function nameIn(named: readonly { id: string; name: string }[], id: string | null | undefined): string | null {
  return named.find((each) => each.id === id)?.name ?? null;
}
