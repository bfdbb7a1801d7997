import type { Connection } from "../projections/inside-organisation.ts";
import type { PersonActing } from "./actor.ts";
import { plainName } from "./customer-identifiers.ts";
import type { RoleHeld } from "./identity.ts";
import { hashPassword, oneTimePassword } from "./password.ts";
import { addPerson, changePerson, newPersonId, type PersonChange } from "./people.ts";
import { giveRole } from "./roles.ts";
import { plainSignInName, sameSignInNames } from "./sign-in.ts";
import { problemsInTexts, rolesNamed, type LineProblem, type NamedRole, type StaffLine } from "./staff-lines.ts";
import { readRoleNames, readUnits } from "./units.ts";

export const lineOutcomes = ["added", "changed", "unchanged", "refused"] as const;

/** What becomes, or became, of a line. */
export type LineResult = {
  line: number;
  name: string;
  signInName: string;
  email: string | null;
  outcome: (typeof lineOutcomes)[number];
  /** Null: nobody yet. */
  personId: string | null;
  /** What is known of them already and becomes something else. */
  changes: { field: "name" | "email"; from: string | null; to: string }[];
  /** Roles that they get, besides those that they hold. */
  roles: NamedRole[];
  /** Of a line that is refused. */
  problems: LineProblem[];
  /** For the first sign-in of somebody new, known to whoever imports and nobody else. */
  password?: string;
};

type Importing = {
  actor: PersonActing;
  /** Day from which roles are held. */
  today: string;
};

type Known = { personId: string; name: string; email: string | null; isClosed: boolean; roles: RoleHeld[] };

/**
 * What a list of staff would change. It adds people, roles, and what it says of name and address; it takes nothing away, so that
 * the same list again changes nothing.
 */
export async function planStaff(
  connection: Connection,
  organisation: string,
  lines: readonly StaffLine[],
  { actor, today }: Importing,
): Promise<LineResult[]> {
  const units = await readUnits(connection, organisation);
  const names = await readRoleNames(connection, organisation);
  const clean = lines.map(cleanLine);
  const people = await peopleNamed(connection, organisation, { lines: clean, today });
  const firstLines = new Map<string, number>();
  return clean.map((line) => {
    const found = rolesNamed(line, { units, names });
    const person = sameSignInNames(organisation, line.signInName)
      .map((name) => people.get(name))
      .find((each) => each !== undefined);
    const roles = found.roles.filter((each) => !person?.roles.some((held) => isSame(held, each)));
    const problems = [...problemsInTexts(line), ...found.problems, ...problemsWith(person, { roles, actor })];
    const key = sameSignInNames(organisation, line.signInName).join(" ");
    const first = firstLines.get(key);
    if (first === undefined) firstLines.set(key, line.line);
    else if (line.signInName !== "") problems.push(twice(line, first));
    return resultOf(line, { person, roles, problems });
  });
}

/** Carries a list out, in the caller's transaction: lines that are refused are left out, and every other one is written whole. */
export async function importStaff(
  connection: Connection,
  organisation: string,
  lines: readonly StaffLine[],
  { withPasswords, newId, ...who }: Importing & { withPasswords: boolean; newId: () => string },
): Promise<LineResult[]> {
  const planned = await planStaff(connection, organisation, lines, who);
  const secrets = withPasswords ? await secretsFor(planned) : undefined;
  const done: LineResult[] = [];
  for (const plan of planned) {
    if (plan.outcome === "added")
      done.push(await addOne(connection, organisation, { plan, secret: secrets?.get(plan), newId, ...who }));
    else if (plan.outcome === "changed") done.push(await changeOne(connection, organisation, { plan, newId, ...who }));
    else done.push(plan);
  }
  return done;
}

type Secret = { password: string; passwordHash: string };

/**
 * A password for everybody who is added, made before anything is written: the first fact holds the organisation's log to the end of
 * the transaction. One after another, so that whoever signs in meanwhile waits for one of them at most.
 */
async function secretsFor(planned: readonly LineResult[]): Promise<ReadonlyMap<LineResult, Secret>> {
  const secrets = new Map<LineResult, Secret>();
  for (const plan of planned) {
    if (plan.outcome !== "added") continue;
    const password = oneTimePassword();
    secrets.set(plan, { password, passwordHash: await hashPassword(password) });
  }
  return secrets;
}

async function addOne(
  connection: Connection,
  organisation: string,
  asked: Importing & { plan: LineResult; secret: Secret | undefined; newId: () => string },
): Promise<LineResult> {
  const { plan, secret, newId, actor } = asked;
  const { name, signInName, email } = plan;
  const personId = await newPersonId(connection, organisation, { signInName, newId });
  const passwordHash = secret?.passwordHash;
  const person = {
    personId,
    name,
    signInName,
    email: email ?? undefined,
    passwordHash,
    isOneTime: true,
    addedBy: actor,
  };
  const added = await addPerson(connection, organisation, person);
  if (typeof added === "string") return refused(plan, takenMeanwhile);
  await giveAll(connection, organisation, { ...asked, personId });
  return { ...plan, personId, ...(secret ? { password: secret.password } : {}) };
}

async function changeOne(
  connection: Connection,
  organisation: string,
  asked: Importing & { plan: LineResult; newId: () => string },
): Promise<LineResult> {
  const { plan, actor } = asked;
  const { personId, changes } = plan;
  if (personId === null) throw new Error(`line ${plan.line} changes nobody`);
  if (changes.length > 0) {
    const change: PersonChange = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
    const changed = await changePerson(connection, organisation, { personId, change, changedBy: actor });
    if (typeof changed === "string") return refused(plan, takenMeanwhile);
  }
  await giveAll(connection, organisation, { ...asked, personId });
  return plan;
}

/** Each by the same door as a single one: it stands in the organisation's log. */
async function giveAll(
  connection: Connection,
  organisation: string,
  asked: Importing & { plan: LineResult; personId: string; newId: () => string },
): Promise<void> {
  const { plan, personId, today: fromOn, actor: givenBy, newId } = asked;
  for (const { role, unit } of plan.roles) {
    const given = { roleHeldId: newId(), personId, role, unit, fromOn, givenBy };
    const result = await giveRole(connection, organisation, given);
    if (typeof result === "string") throw new Error(`line ${plan.line}: ${role}@${unit}: ${result}`);
  }
}

function resultOf(
  { line, name, signInName, email }: StaffLine,
  { person, roles, problems }: { person: Known | undefined; roles: NamedRole[]; problems: LineProblem[] },
): LineResult {
  const changes: LineResult["changes"] = [];
  if (person && name !== person.name) changes.push({ field: "name", from: person.name, to: name });
  if (person && email !== "" && email !== person.email) changes.push({ field: "email", from: person.email, to: email });
  const change = changes.length + roles.length > 0 ? "changed" : "unchanged";
  const outcome = problems.length > 0 ? "refused" : person ? change : "added";
  const personId = person?.personId ?? null;
  return { line, name, signInName, email: email === "" ? null : email, outcome, personId, changes, roles, problems };
}

function problemsWith(
  person: Known | undefined,
  { roles, actor }: { roles: readonly NamedRole[]; actor: PersonActing },
): LineProblem[] {
  if (person?.isClosed)
    return [
      {
        field: "signInName",
        vi: "Tài khoản này đã khóa: mở lại ở mục Người và vai trò rồi nhập lại.",
        en: "This account is closed: open it again under People and roles, then import again.",
      },
    ];
  if (person?.personId === actor.personId && roles.length > 0)
    return [
      {
        field: "roles",
        vi: "Đây là bạn. Không ai tự giao vai trò cho mình: bỏ vai trò ở dòng này, hoặc nhờ một quản trị viên khác.",
        en: "This is you. Nobody gives themselves a role: take the roles out of this line, or ask another administrator.",
      },
    ];
  return [];
}

function twice({ signInName }: StaffLine, first: number): LineProblem {
  return {
    field: "signInName",
    vi: `«${signInName}» đã có ở dòng ${first}: gộp vai trò vào một dòng, cách nhau bằng dấu phẩy.`,
    en: `“${signInName}” stands in line ${first} already: put the roles into one line, with commas between them.`,
  };
}

const takenMeanwhile: LineProblem = {
  field: "signInName",
  vi: "Trong lúc đó người khác đã dùng tên này: xem trước lại.",
  en: "Somebody else took this name meanwhile: look at the preview again.",
};

function refused(plan: LineResult, why: LineProblem): LineResult {
  return { ...plan, outcome: "refused", problems: [why] };
}

function cleanLine(line: StaffLine): StaffLine {
  const clean = (text: string) => text.normalize("NFC").trim();
  return {
    line: line.line,
    name: clean(line.name).replaceAll(/ {2,}/g, " "),
    signInName: plainSignInName(line.signInName),
    email: clean(line.email),
    unit: clean(line.unit),
    roles: line.roles.map(clean).filter((text) => plainName(text) !== ""),
  };
}

function isSame(a: RoleHeld, b: RoleHeld): boolean {
  return a.role === b.role && a.unit === b.unit;
}

/** Who has one of these sign-in names, with the roles of today, by the name. */
async function peopleNamed(
  connection: Connection,
  organisation: string,
  { lines, today }: { lines: readonly StaffLine[]; today: string },
): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await connection.query<Known & { signInName: string }>(
    `select person_id as "personId", name, email, sign_in_name as "signInName", closed_at is not null as "isClosed",
       roles_on(organisation, person_id, $3::date) as roles
     from person where organisation = $1 and sign_in_name = any ($2)`,
    [organisation, lines.flatMap(({ signInName }) => sameSignInNames(organisation, signInName)), today],
  );
  return new Map(rows.map((row) => [row.signInName, row]));
}
