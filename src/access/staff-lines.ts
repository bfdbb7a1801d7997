import { z } from "zod";
import { roles, type Role } from "../procedure/pure/vocabulary.ts";
import { whoInWords } from "../procedure/pure/words/who-in-words.ts";
import { plainName } from "./customer-identifiers.ts";
import type { UnitRow } from "./units.ts";

/** A line of a list of staff, as somebody wrote it. Empty: nothing is said of it, and what is known stays. */
export type StaffLine = {
  /** Where it stands in the file, 1 for the first line. */
  line: number;
  name: string;
  signInName: string;
  email: string;
  unit: string;
  /** `clerk`, what the provider calls it (`NV. CSKH`), or either with a unit of its own: `clerk@cskh`. */
  roles: readonly string[];
};

export const staffFields = ["name", "signInName", "email", "unit", "roles"] as const;
/** What keeps a line from being taken: in which column, what is wrong and how to mend it. */
export type LineProblem = { field: (typeof staffFields)[number]; vi: string; en: string };

export type NamedRole = { role: Role; unit: string; name: string };
export type RoleNames = readonly { role: string; unit: string | null; name: string }[];

const CHARS_MAX = 200;
const emailText = z.email().max(CHARS_MAX);

/** What is wrong with the texts of a line by themselves. */
export function problemsInTexts({ name, signInName, email }: StaffLine): LineProblem[] {
  const problems: LineProblem[] = [];
  if (name === "") problems.push({ field: "name", vi: "Thiếu họ tên.", en: "The full name is missing." });
  if (signInName === "")
    problems.push({ field: "signInName", vi: "Thiếu tên đăng nhập.", en: "The sign-in name is missing." });
  else if (/\s/.test(signInName))
    problems.push({
      field: "signInName",
      vi: `Tên đăng nhập «${signInName}» có dấu cách: viết liền, ví dụ lan.nguyen.`,
      en: `The sign-in name “${signInName}” has a space: write it as one word, such as lan.nguyen.`,
    });
  // A Cyrillic «а» looks like the Latin one: such a name would be somebody new whom nobody tells from the old one.
  for (const [field, text] of Object.entries({ name, signInName }) as ["name" | "signInName", string][])
    if (/(?!\p{Script=Latin})\p{L}/u.test(text))
      problems.push({
        field,
        vi: `«${text}» có chữ cái không thuộc bảng chữ Latinh, trông giống mà khác: gõ lại ô này.`,
        en: `“${text}” has a letter that is not Latin, however alike it looks: type this cell anew.`,
      });
  for (const [field, text] of Object.entries({ name, signInName }) as ["name" | "signInName", string][])
    if (text.length > CHARS_MAX || /\p{C}/u.test(text))
      problems.push({
        field,
        vi: `Dài quá ${CHARS_MAX} ký tự hoặc có ký tự không đọc được: gõ lại ô này.`,
        en: `Longer than ${CHARS_MAX} characters, or not legible: type this cell anew.`,
      });
  if (email !== "" && !emailText.safeParse(email).success)
    problems.push({
      field: "email",
      vi: `«${email}» không phải địa chỉ thư: sửa hoặc để trống.`,
      en: `“${email}” is no e-mail address: mend it, or leave it empty.`,
    });
  return problems;
}

/** The roles that a line names, each in its unit; a name that is not known comes back as a problem with those that are. */
export function rolesNamed(
  { unit: text, roles: written }: StaffLine,
  { units, names }: { units: readonly UnitRow[]; names: RoleNames },
): { roles: NamedRole[]; problems: LineProblem[] } {
  const named: NamedRole[] = [];
  const problems: LineProblem[] = [];
  const own = text === "" ? undefined : unitNamed(text, units);
  if (text !== "" && !own) problems.push(unknownUnit("unit", text, units));
  for (const each of written) {
    const [roleText, unitText] = splitAt(each);
    const unit = unitText === undefined ? own : unitNamed(unitText, units);
    if (unitText !== undefined && !unit) problems.push(unknownUnit("roles", unitText, units));
    else if (!unit && text === "")
      problems.push({
        field: "unit",
        vi: `Vai trò «${roleText}» cần bộ phận: điền cột bộ phận, hoặc viết ${roleText}@cskh.`,
        en: `The role “${roleText}” needs a unit: fill in the unit, or write ${roleText}@cskh.`,
      });
    else if (unit) {
      const role = roleNamed(roleText, unit.unitId, names);
      if (!role) problems.push(unknownRole(roleText, unit, names));
      else if (!named.some((other) => other.role === role && other.unit === unit.unitId))
        named.push({ role, unit: unit.unitId, name: nameOfRole(role, unit, names) });
    }
  }
  return { roles: named, problems };
}

function splitAt(text: string): [string, string | undefined] {
  const place = text.lastIndexOf("@");
  return place < 0 ? [text.trim(), undefined] : [text.slice(0, place).trim(), text.slice(place + 1).trim()];
}

/** By its id, its name or its full name, however it is written; undefined also where it could be two. */
function unitNamed(text: string, units: readonly UnitRow[]): UnitRow | undefined {
  const named = units.filter(({ isNamed }) => isNamed);
  const byId = named.find(({ unitId }) => unitId === text.toLowerCase());
  if (byId) return byId;
  const plain = plainName(text);
  const found = named.filter(({ name, fullName }) => [name, fullName].some((each) => plainName(each ?? "") === plain));
  return found.length === 1 ? found[0] : undefined;
}

function roleNamed(text: string, unit: string, names: RoleNames): Role | undefined {
  const code = roles.find((each) => each === text.toLowerCase());
  if (code) return code;
  const plain = plainName(text);
  const own = names.filter((each) => each.unit === unit || each.unit === null);
  const found = own.find(({ name }) => plainName(name) === plain)?.role;
  return roles.find((each) => (found === undefined ? plainName(tradeName(each)) === plain : each === found));
}

function nameOfRole(role: Role, { unitId, name: unitName }: UnitRow, names: RoleNames): string {
  const own = names.find((each) => each.role === role && each.unit === unitId);
  const anywhere = names.find((each) => each.role === role && each.unit === null);
  return own?.name ?? `${anywhere?.name ?? tradeName(role)} · ${unitName}`;
}

function tradeName(role: Role): string {
  return whoInWords(role, { roles: [], units: [] }).vi;
}

function unknownUnit(field: "unit" | "roles", text: string, units: readonly UnitRow[]): LineProblem {
  const known = units.filter(({ isNamed }) => isNamed).map(({ unitId, name }) => `${unitId} (${name})`);
  return {
    field,
    vi: `Không có bộ phận «${text}». Dùng một trong: ${known.join(", ")}.`,
    en: `There is no unit “${text}”. Use one of: ${known.join(", ")}.`,
  };
}

function unknownRole(text: string, { unitId, name }: UnitRow, names: RoleNames): LineProblem {
  const known = roles.map((role) => {
    const own = names.find((each) => each.role === role && each.unit === unitId)?.name;
    return own === undefined ? role : `${role} (${own})`;
  });
  return {
    field: "roles",
    vi: `Không có vai trò «${text}» ở ${name}. Dùng một trong: ${known.join(", ")}.`,
    en: `There is no role “${text}” in ${name}. Use one of: ${known.join(", ")}.`,
  };
}
