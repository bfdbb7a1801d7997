import { z } from "zod";
import type { EventType } from "../../procedure/pure/vocabulary.ts";
import { idText, line } from "../events/parts.ts";
import { classificationOf, missingOf, timeBarFor } from "../follow/classify.ts";
import { given } from "../given.ts";
import { isRefusal, refuse, type Refusal } from "../refusal.ts";
import type { NewEvent } from "../events/event.ts";
import type { Complaint } from "../state.ts";
import { fact, verbRule, type VerbContext } from "../verb-rule.ts";

const fields = {
  kind: idText,
  service: idText.optional(),
  customerClass: idText.optional(),
  consumer: z.boolean().optional(),
};

const conflictsWith: EventType[] = ["ComplaintClassified"];

/** Says what kind of complaint it is. */
export const classify = verbRule({
  verb: "classify",
  fields: z.strictObject({ ...fields, reason: line.optional() }),
  conflictsWith,
  allowed: (complaint) => (complaint.classification === null ? null : refuse("already-done")),
  decide: classified,
});

/** Corrects the kind under the same number: register, clocks and required fields follow, and nothing is lost. */
export const reclassify = verbRule({
  verb: "reclassify",
  fields: z.strictObject({ ...fields, reason: line }),
  conflictsWith,
  allowed: (complaint) => (complaint.classification === null ? refuse("unknown-item", { name: "kind" }) : null),
  decide: classified,
});

type Fields = {
  kind: string;
  service?: string | undefined;
  customerClass?: string | undefined;
  consumer?: boolean | undefined;
  reason?: string | undefined;
};

function classified(data: Fields, complaint: Complaint, context: VerbContext): NewEvent[] | Refusal {
  const { kind, reason } = data;
  const customer = { ...complaint.customer, ...given({ customerClass: data.customerClass, consumer: data.consumer }) };
  const service = data.service ?? complaint.classification?.service;
  const classification = classificationOf({ kind, service, customer }, context.edition);
  if (isRefusal(classification)) return classification;
  const file = { ...complaint, customer, classification };
  const event = {
    ...classification,
    previousKind: complaint.classification?.kind ?? null,
    missing: missingOf(file, context.edition),
    timeBar: timeBarFor(file, context),
    ...given({ reason }),
  };
  return [fact("ComplaintClassified", event, context)];
}
