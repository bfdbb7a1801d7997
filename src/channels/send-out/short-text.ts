import { filledText, type MailTexts } from "../../procedure/pure/mail/mail-texts.ts";
import type { Saying } from "../mail-out/composed.ts";
import type { Gateway } from "./gateway.ts";

/** What somebody wrote at length. On the page that the link leads to it stands whole. */
const LONG = ["message", "reason", "wanted", "remedies", "basis"] as const;

/** A message in few words: with what was written where that fits, otherwise with the link to it. */
export function shortText(
  texts: MailTexts,
  {
    saying: { id, valuesIn },
    link,
    gateway: { inForm, partsMax },
  }: { saying: Saying; link: string; gateway: Pick<Gateway, "inForm" | "partsMax"> },
): { text: string; parts: number } {
  const text = texts.texts[id];
  if (!text) throw new Error(`there is no text ${id}`);
  const template = text.short ?? text.body;
  const given = valuesIn("vi");
  const values = {
    link,
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, onOneLine(value)])),
  };
  const whole = inForm(filledText(template, values));
  if (whole.parts <= partsMax) return whole;
  return inForm(filledText(template, { ...values, ...Object.fromEntries(LONG.map((name) => [name, ""])) }));
}

/** A list of lines as a row of items. */
function onOneLine(value: string): string {
  const lines = value.split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  return isList ? lines.map((line) => line.slice(2)).join("; ") : value;
}
