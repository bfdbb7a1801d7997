import { checkTags, type Wanted } from "./check-tags.ts";
import { cleanTemplate } from "./clean-template.ts";
import { filledTemplate } from "./fill-template.ts";
import { wrong, type Finding } from "./findings.ts";
import type { Filling } from "./template-fields.ts";
import { templateTags } from "./template-tags.ts";
import { NotReadable, readParts, writeParts } from "./word-parts.ts";

/** `template`: what is kept of the file, without its links outside; null where something is wrong with it. */
export type CheckedTemplate = { template: Buffer | null; findings: Finding[] };

/** Whether a Word file can stand in place of the program's own layout, and what is wrong with it. `sample`: to be filled in for a try. */
export function checkedTemplate(
  file: Buffer,
  { wanted, sample }: { wanted: Wanted; sample: Filling },
): CheckedTemplate {
  try {
    const cleaned = cleanTemplate(readParts(file));
    if (cleaned.findings.some(({ isWrong }) => isWrong)) return { template: null, findings: cleaned.findings };
    const findings = [...cleaned.findings, ...checkTags(templateTags(cleaned.parts), wanted)];
    if (findings.some(({ isWrong }) => isWrong)) return { template: null, findings };
    const template = writeParts(cleaned.parts);
    const tried = triedOut(template, sample);
    return tried ? { template: null, findings: [...findings, tried] } : { template, findings };
  } catch (error) {
    if (error instanceof NotReadable) return { template: null, findings: [notReadable(error.code)] };
    throw error;
  }
}

function notReadable(code: NotReadable["code"]): Finding {
  if (code === "encrypted") return wrong("encrypted");
  return wrong(code === "too-large" || code === "too-many-parts" ? "too-large" : "not-word");
}

/** The names of fields say little of where they stand in tables and boxes: what the filling itself finds is told too. */
function triedOut(template: Buffer, sample: Filling): Finding | undefined {
  try {
    filledTemplate(template, sample);
    return undefined;
  } catch (error) {
    return wrong("not-filled", { about: reasonIn(error).slice(0, 300) });
  }
}

type Told = { message?: string; properties?: { explanation?: string; errors?: Told[] } };

function reasonIn(error: unknown): string {
  const { properties, message } = error as Told;
  const [first] = properties?.errors ?? [];
  return first?.properties?.explanation ?? properties?.explanation ?? message ?? String(error);
}
