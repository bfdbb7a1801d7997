import { note, wrong, type Finding } from "./findings.ts";
import { nearestName } from "./nearest-name.ts";
import { fieldsOfFile, letterFields, type TemplateField } from "./template-fields.ts";
import type { Tag, templateTags } from "./template-tags.ts";

/** What a template must hold, by what the paper is. */
export type Wanted = { isNumbered: boolean; isSigned: boolean; isAddressed: boolean };

/** Of a template: more than any letter has, and not more than are filled in in a moment. */
const TAGS_MAX = 400;

type Known = { kind: TemplateField["kind"]; list: string | null };

/** Every field by its name; `list`: only between the begin and the end of this one. */
const known: ReadonlyMap<string, Known> = new Map<string, Known>([
  ...Object.values(fieldsOfFile).map(({ tag }) => [tag, { kind: "text" as const, list: null }] as const),
  ...letterFields.flatMap((field) => [
    [field.tag, { kind: field.kind, list: null }] as const,
    ...(field.kind === "list" ? field.inside.map(({ tag, kind }) => [tag, { kind, list: field.tag }] as const) : []),
  ]),
]);
const names = [...known.keys()];

/** What is wrong with the fields of a template, and which of those that it needs are missing. */
export function checkTags({ tags, loose }: ReturnType<typeof templateTags>, wanted: Wanted): Finding[] {
  if (tags.length > TAGS_MAX) return [wrong("too-many-tags", { about: String(TAGS_MAX) })];
  const findings = loose.map(({ brace, where }) =>
    wrong(brace === "{" ? "brace-not-closed" : "brace-not-opened", { where }),
  );
  const open: Tag[] = [];
  for (const [place, tag] of tags.entries()) {
    // A part that is open at the end of the body does not go on in a header.
    if (tag.where.part !== tags[place - 1]?.where.part) findings.push(...unclosed(open.splice(0)));
    findings.push(...(tag.sign === "/" ? closing(tag, open) : standing(tag, open)));
    if (tag.sign === "#" || tag.sign === "^") open.push(tag);
  }
  return [...findings, ...unclosed(open), ...lacking(tags, wanted)];
}

function unclosed(open: readonly Tag[]): Finding[] {
  return open.map(({ raw, where }) => wrong("not-closed", { about: raw, where }));
}

function closing({ name, raw, where }: Tag, open: Tag[]): Finding[] {
  const last = open.pop();
  if (!last) return [wrong("not-opened", { about: raw, where })];
  if (name !== "" && name !== last.name)
    return [wrong("closed-crosswise", { about: raw, other: last.name, suggestion: last.name, where })];
  return [];
}

function standing({ sign, name, raw, where }: Tag, open: readonly Tag[]): Finding[] {
  const field = known.get(name);
  const about = { about: raw, where };
  if (where.part === "notes") return [wrong("tag-in-notes", about)];
  if (!field) return [wrong("unknown-tag", { ...about, suggestion: nearestName(name, names) })];
  const lists = open.filter((each) => known.get(each.name)?.kind === "list").map((each) => each.name);
  if (field.list !== null && !lists.includes(field.list))
    return [wrong("outside-its-list", { ...about, other: field.list, suggestion: field.list })];
  if (field.kind === "list") {
    if (sign === "" || sign === "%") return [wrong("list-without-loop", { ...about, suggestion: name })];
    return lists.length > 0 ? [wrong("list-in-list", about)] : [];
  }
  if (field.kind === "picture" && sign === "")
    return [wrong("is-picture", { ...about, other: name, suggestion: name })];
  if (field.kind === "text" && sign === "%")
    return [wrong("is-no-picture", { ...about, other: name, suggestion: name })];
  return sign === "%" && where.part !== "body" ? [wrong("picture-not-in-body", about)] : [];
}

function lacking(tags: readonly Tag[], { isNumbered, isSigned, isAddressed }: Wanted): Finding[] {
  const has = (...any: string[]) => tags.some(({ sign, name }) => sign !== "/" && any.includes(name));
  const isDated = has("dia_danh_ngay_thang") || ["ngay", "thang", "nam"].every((each) => has(each));
  return [
    ...(isNumbered && !has("so_van_ban") ? [wrong("lacks-number")] : []),
    ...(isDated ? [] : [wrong("lacks-day")]),
    ...(has("noi_dung", "doan", "muc") ? [] : [wrong("lacks-content")]),
    ...(isSigned && !has("nguoi_ky") ? [wrong("lacks-signatories")] : []),
    ...(isNumbered && !has("ma_qr", "ma_xac_nhan") ? [wrong("lacks-confirmation")] : []),
    ...(isAddressed && !has("kinh_gui", "nguoi_nhan") ? [note("lacks-addressees")] : []),
  ];
}
