import type { Answer, Parts } from "../../api/ask.ts";

export type Form = Answer<"GET /procedures/:procedure/registration">;
export type Kind = Form["kinds"][number];
export type RegistrationBody = Parts<"POST /complaints">["body"];
export type NewCustomer = Parts<"POST /customers">["body"];
export type HandedIn = { sha256: string; name: string; bytes: number; evidence?: string };

/** By path in the body of `POST /complaints` (`customer.name`, `filled.domain`), as they stand in their fields. */
export type Values = Record<string, string | boolean>;

/** Values that say how to take it in and stand in no body. Days and instants are Vietnam's. */
export const RECEIVED_AT = "receivedAt";
/** A call that was taken down on paper, and is entered now. */
export const IS_LATE = "isLate";
export const INCIDENT = "incidentId";
export const ADD_CUSTOMER = "addCustomer";
/** The type of channel by which it came, where it is known before the pack's own channel is. */
export const CAME_BY = "cameBy";

/** What a draft was begun from: it is told what became of it. */
export type BegunFrom = { letterId: string } | { callId: string };

/** What is on its way: the same again until the server has said what became of it, and so done once. */
export type Sending = {
  body: RegistrationBody;
  customer: NewCustomer | null;
  incidentId: string | null;
  begunFrom?: BegunFrom;
};

export type Done = {
  complaintId: string;
  number: string;
  /** Opens the complaint for the customer; the server tells it once. */
  tracking?: { code: string; url: string };
};

/** One call that is being taken down. Its id is the key against taking it in twice. */
export type Draft = {
  id: string;
  startedAt: string;
  changedAt: string;
  values: Values;
  /** Paths that the customer who was chosen brought: another brings their own instead. */
  filledIn?: string[];
  documents: HandedIn[];
  begunFrom?: BegunFrom;
  sending?: Sending;
  done?: Done;
  /** Why the server did not take it. */
  problem?: { field: string | null; vi: string; en: string };
};

export function newDraft(values: Values = {}): Draft {
  const now = new Date().toISOString();
  return {
    id: crypto.randomUUID(),
    startedAt: now,
    changedAt: now,
    values: { [ADD_CUSTOMER]: true, ...values },
    documents: [],
  };
}

export function textOf(values: Values, path: string): string {
  const value = values[path];
  return typeof value === "string" ? value : "";
}

/** Whether anything was typed: an empty one may be given up without a question. */
export function isEmpty({ values, documents }: Draft): boolean {
  const typed = Object.entries(values).filter(([path]) => path !== "channel" && path !== "procedure");
  return documents.length === 0 && typed.every(([, value]) => typeof value === "boolean" || value.trim() === "");
}

/** What a draft is called among others: the customer, or what was said. */
export function nameOf({ values, done }: Draft): string {
  if (done) return done.number;
  return (
    [textOf(values, "customer.name"), textOf(values, "customer.phone"), textOf(values, "content")]
      .map((text) => text.trim().slice(0, 30))
      .find((text) => text !== "") ?? ""
  );
}
