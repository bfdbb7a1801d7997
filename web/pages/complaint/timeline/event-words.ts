import { language } from "../../../words/language.ts";
import type { ComplaintEvent } from "../file.ts";
import type { Names } from "../names.ts";
import type { EventType, Happened } from "./happened.ts";
import { happenedAtIntake } from "./happened-at-intake.ts";
import { happenedInTime } from "./happened-in-time.ts";
import { happenedWhileSolving } from "./happened-while-solving.ts";
import { happenedWithCustomer } from "./happened-with-customer.ts";

/** The words of every kind of fact: one without words does not compile. */
export const eventWords: Readonly<Record<EventType, Happened>> = {
  ...happenedAtIntake,
  ...happenedWhileSolving,
  ...happenedWithCustomer,
  ...happenedInTime,
};

/** What a fact says, in one line and in the language in use. */
export function titleOf({ type, data }: Pick<ComplaintEvent, "type" | "data">, names: Names): string {
  const said = eventWords[type][language()];
  return typeof said === "string" ? said : said(data, names);
}
