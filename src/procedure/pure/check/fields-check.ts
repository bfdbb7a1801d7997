import type { Edition } from "../edition/edition.ts";
import type { Finding } from "./problem.ts";

/** What customers are known by is text, as it is read out, and some kind asks for it: else nobody could be found by it. */
export function checkFields({ fields, kinds }: Edition): Finding[] {
  const asked = new Set(kinds.flatMap((kind) => [...kind.required, ...kind.asked]));
  return fields.flatMap(({ id, type, identifiesCustomer }, index): Finding[] => {
    if (!identifiesCustomer) return [];
    const found = { severity: "error" as const, path: ["fields", index, "identifiesCustomer"] };
    if (type !== "text")
      return [
        {
          ...found,
          code: "identifier-not-text",
          message: `A customer cannot be identified by a field of type ${type}.`,
          mend: "Make it text: numbers of cards and contracts keep their zeros and letters.",
        },
      ];
    if (asked.has(id)) return [];
    return [
      {
        ...found,
        code: "identifier-not-asked",
        message: `No kind asks for "${id}", so that nobody could be found by it.`,
        mend: "Name it under `required` or `asked` of a kind.",
      },
    ];
  });
}
