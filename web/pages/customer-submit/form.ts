import type { Answer, Parts } from "../../api/ask.ts";
import type { Spoken } from "../../words/language.ts";
import type { Handed } from "../../customer/parts/handed-files.tsx";
import type { Draft } from "./draft.ts";
import type { wordsOfSubmit } from "./words.ts";

export type Form = Answer<"GET /public/organisations/:organisation">;
export type FormField = Form["fields"][number];
export type FormKind = Form["kinds"][number];

/** The steps, by what stands in the address. */
export const steps = ["loai", "noi-dung", "khi-nao", "chi-tiet", "lien-he", "tep", "kiem-tra"] as const;
export type Step = (typeof steps)[number];

/** Fields with a step of their own; all others are details. */
const ofYou = ["name", "phone", "email", "address"];
const ofWords = ["content", "remedy-sought"];
const ofDay = ["event-on", "event-at"];

export function kindIn(form: Form, { kind }: Pick<Draft, "kind">): FormKind | undefined {
  return form.kinds.find(({ id }) => id === kind);
}

/** What each step asks for this kind, in the form's order: required first. */
export function fieldsAt(step: Step, form: Form, draft: Pick<Draft, "kind">): FormField[] {
  const kind = kindIn(form, draft);
  const asked = [...new Set([...(kind?.required ?? []), ...(kind?.asked ?? [])])];
  const named = (ids: readonly string[]) => ids.flatMap((id) => form.fields.find((field) => field.id === id) ?? []);
  if (step === "noi-dung") return named(ofWords);
  if (step === "khi-nao") return named(asked.includes("event-at") ? ["event-at"] : ["event-on"]);
  if (step === "lien-he") return named(["name", "phone", "email", ...(asked.includes("address") ? ["address"] : [])]);
  if (step === "chi-tiet") return named(asked.filter((id) => ![...ofYou, ...ofWords, ...ofDay].includes(id)));
  return [];
}

/** The steps that have anything to ask here. */
export function stepsFor(form: Form, draft: Pick<Draft, "kind">): Step[] {
  const hasDetails = fieldsAt("chi-tiet", form, draft).length > 0 || form.services.length > 0;
  return steps.filter((step) => step !== "chi-tiet" || hasDetails);
}

/** The name of whoever complains for a customer: kept beside the form's fields, as it is none of them. */
export const REPRESENTATIVE = "complainant-name";

/** Whether somebody complains for the customer: the first in the pack is the customer. */
export function isRepresentative({ complainants }: Form, { complainant }: Pick<Draft, "complainant">): boolean {
  return complainant !== "" && complainant !== complainants[0]?.id;
}

/** Documents that this kind, or who complains, needs from the customer. */
export function evidenceFor(form: Form, draft: Pick<Draft, "kind" | "complainant">): { id: string; name: string }[] {
  const ofComplainant = form.complainants.find(({ id }) => id === draft.complainant)?.evidence ?? [];
  return [...(kindIn(form, draft)?.evidence ?? []), ...ofComplainant];
}

/** Names of what this kind needs and the draft has not: it may be asked for later, and keeps nothing from being taken. */
export function lackingIn(form: Form, draft: Draft, files: readonly Handed[]): string[] {
  const required = kindIn(form, draft)?.required ?? [];
  const fields = form.fields.filter(({ id }) => required.includes(id) && (draft.values[id] ?? "").trim() === "");
  const evidence = evidenceFor(form, draft).filter(({ id }) => !files.some((file) => file.evidence === id));
  return [...fields, ...evidence].map(({ name }) => name);
}

type Said = Spoken<typeof wordsOfSubmit>;

/** What is wrong at a step, by field; nothing: the next step may come. What can be asked later is never wrong. */
export function wrongAt(step: Step, draft: Draft, form: Form, words: Said, today: string): Record<string, string> {
  const { values } = draft;
  const given = (id: string) => (values[id] ?? "").trim();
  const wrong: Record<string, string> = {};
  if (step === "loai" && draft.kind === null) wrong["kind"] = words.chooseOne;
  if (step === "noi-dung" && given("content") === "") wrong["content"] = words.wordsMissing;
  if (step === "khi-nao") {
    for (const id of ofDay) if (given(id).slice(0, "2026-11-24".length) > today) wrong[id] = words.whenLater;
  }
  if (step === "chi-tiet") {
    for (const { id, type } of fieldsAt(step, form, draft)) {
      if (type === "money" && given(id) !== "" && !/^[\d.,\s]+$/.test(given(id))) wrong[id] = words.amountWrong;
    }
  }
  if (step === "lien-he") {
    if (given("name") === "") wrong["name"] = words.nameMissing;
    if (given("phone") === "" && given("email") === "") wrong["phone"] = words.contactMissing;
    if (given("phone") !== "" && !/^[+\d][\d\s().-]{3,30}$/.test(given("phone"))) wrong["phone"] = words.phoneWrong;
    if (given("email") !== "" && !/^[^\s@]+@[^\s@]+$/.test(given("email"))) wrong["email"] = words.emailWrong;
  }
  return wrong;
}

type Body = Parts<"POST /public/organisations/:organisation/complaints">["body"];

/** The complaint as the server takes it. The same draft with the same files is the same body. */
export function bodyOf(form: Form, draft: Draft, files: readonly Handed[]): Body {
  const kind = kindIn(form, draft);
  const asked = (["noi-dung", "khi-nao", "chi-tiet", "lien-he"] as const).flatMap((step) =>
    fieldsAt(step, form, draft),
  );
  const name = isRepresentative(form, draft) ? (draft.values[REPRESENTATIVE] ?? "").trim() : "";
  const values: Body["values"] = {};
  for (const field of asked) {
    const value = typed(field, (draft.values[field.id] ?? "").trim());
    if (value !== undefined) values[field.id] = value;
  }
  return {
    ...(kind ? { kind: kind.id, procedure: kind.procedure } : {}),
    ...(draft.service === "" ? {} : { service: draft.service }),
    ...(draft.complainant === "" ? {} : { complainant: { as: draft.complainant, ...(name === "" ? {} : { name }) } }),
    values,
    documents: files.map(({ name, evidence, sha256 = "" }) => ({
      sha256,
      name,
      ...(evidence === "" ? {} : { evidence }),
    })),
  };
}

function typed({ type }: FormField, value: string): string | number | boolean | undefined {
  if (value === "") return undefined;
  if (type === "money" || type === "number") return Number(value.replaceAll(/\D/g, ""));
  if (type === "yes-no") return value === "yes";
  return type === "instant" ? `${value}:00+07:00` : value;
}
