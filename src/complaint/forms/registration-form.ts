import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import type { ChannelType } from "../../procedure/pure/vocabulary.ts";
import { ownFieldPaths } from "../follow/classify.ts";
import { fieldWord } from "./field-words.ts";
import type { FormField, FormFields, Words } from "./form-field.ts";
import { namedFields, packField } from "./move-form.ts";

/** What taking a complaint in asks for. Nothing but channel and content is ever refused for being absent: the rest is listed as missing. */
export type RegistrationForm = {
  fields: FormFields;
  /** The pack's fields that some kind asks for, by id: the command's `filled`. */
  filled: Record<string, FormField>;
  /** Of these, by which a customer is found in the directory. */
  identifiers: string[];
  /** How it can come in. `written`: it is there in writing, and the day on it counts. */
  channels: { value: string; label: Words; type: ChannelType; written: boolean }[];
  /** What each kind wants: until all of it is there, the complaint is incomplete. */
  kinds: {
    value: string;
    label: Words;
    nature: string;
    /** False for praise, abuse reports, requests: no promise runs. */
    complaint: boolean;
    required: AskedFor[];
    asked: AskedFor[];
    documents: EvidenceAsked[];
  }[];
  /** What each kind of complainant must prove. */
  complainants: { value: string; label: Words; documents: EvidenceAsked[] }[];
};

/** `field`: the path in the body, such as `customer.name` or `filled.domain`. */
export type AskedFor = { field: string; label: Words };
export type EvidenceAsked = { value: string; label: Words };

export function registrationForm(edition: Edition): RegistrationForm {
  const { channels, kinds, complainants } = edition;
  const ids = [...new Set(kinds.flatMap(({ required, asked }) => [...required, ...asked]))];
  const filled = ids.flatMap((id) => {
    const field = id in ownFieldPaths ? undefined : packField(id, false, edition);
    return field ? [[id, field] as const] : [];
  });
  const packWord = (id: string) => edition.fields.filter((each) => each.id === id).map(bothNames)[0];
  const askedFor = (id: string): AskedFor => ({
    field: ownFieldPaths[id] ?? `filled.${id}`,
    label: packWord(id) ?? fieldWord("register", lastOf(ownFieldPaths[id] ?? id)),
  });
  const evidenceAsked = (wanted: readonly string[]): EvidenceAsked[] =>
    edition.evidence
      .filter(({ id, from }) => wanted.includes(id) && from === "customer")
      .map((each) => ({ value: each.id, label: bothNames(each) }));
  return {
    fields: namedFields("register", edition, null),
    filled: Object.fromEntries(filled),
    identifiers: edition.fields.flatMap(({ id, identifiesCustomer }) => (identifiesCustomer ? [id] : [])),
    channels: channels.map((each) => ({
      value: each.id,
      label: bothNames(each),
      type: each.type,
      written: each.written,
    })),
    kinds: kinds.map((kind) => ({
      value: kind.id,
      label: bothNames(kind),
      nature: kind.nature,
      complaint: kind.complaint,
      required: kind.required.map(askedFor),
      asked: kind.asked.map(askedFor),
      documents: evidenceAsked(kind.evidence),
    })),
    complainants: complainants.map((each) => ({
      value: each.id,
      label: bothNames(each),
      documents: evidenceAsked(each.needs),
    })),
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
