import { z } from "zod";
import { importStaff, lineOutcomes, planStaff, type LineResult } from "../../access/staff-import.ts";
import { staffFields } from "../../access/staff-lines.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { idempotencyHeaders } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { administratorThemselves, inPersonToGive } from "./people-rules.ts";
import { writeOnce } from "./write-once.ts";

/** A password takes a tenth of a second to be made unreadable: more lines are sent as several requests. */
const LINES_MAX = 50;
const ROLES_MAX = 20;

// Cells as they were typed: what is wrong with one is told with its line, and refuses no other.
const cell = z.string().max(500).default("");
const lineSchema = z.strictObject({
  line: z.int().min(1).max(1_000_000).describe("Where it stands in the file; told again in the answer."),
  name: cell.describe("Full name."),
  signInName: cell.describe("Says whom the line is about: who has it is changed, nobody is entered twice."),
  email: cell,
  unit: cell.describe("Id or name of a unit: `cskh`, `CSKH`."),
  roles: z
    .array(z.string().max(500))
    .max(ROLES_MAX)
    .default([])
    .describe("In that unit: `clerk`, or what the provider calls it. `clerk@cskh`: in another."),
});
const resultSchema = z.object({
  line: z.int(),
  name: z.string(),
  signInName: z.string(),
  email: z.string().nullable(),
  outcome: z.enum(lineOutcomes),
  personId: z.string().nullable().describe("Null: nobody yet."),
  changes: z.array(z.object({ field: z.enum(["name", "email"]), from: z.string().nullable(), to: z.string() })),
  roles: z
    .array(z.object({ role: z.string(), unit: z.string(), name: z.string() }))
    .describe("Roles that they get from today, besides those that they hold."),
  problems: z
    .array(z.object({ field: z.enum(staffFields), vi: z.string(), en: z.string() }))
    .describe("Why the line is refused: in which column, what is wrong, how to mend it."),
  password: z.string().optional().describe("For the first sign-in; told this once."),
});
const importSchema = z.object({
  isPreview: z.boolean(),
  counts: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }),
  lines: z.array(resultSchema),
});

/** `/people-imports`: a whole list of staff with their roles, previewed first. */
export function staffImportRoutes(api: Api, { pool, newId, now, identities }: Wiring): void {
  api.post(
    "/people-imports",
    {
      config: { scope: "administer" },
      schema: {
        tags: ["people"],
        summary: "Take over a list of staff, or see what it would change",
        description:
          "Adds people and roles, and changes names and addresses; an empty cell changes nothing and nothing is taken away, so that the same list again changes nothing. A line that is refused keeps none of the others out. Each role stands in the organisation's log as a single one does; nobody gives themselves one. A token looks at the preview, and takes over names and addresses only: no password, no role.",
        headers: idempotencyHeaders,
        body: z.strictObject({
          lines: z.array(lineSchema).min(1).max(LINES_MAX),
          preview: z.boolean().describe("True changes nothing."),
          passwords: z
            .enum(["one-time", "none"])
            .default("one-time")
            .describe(
              "`one-time`: who is added gets a password for the first sign-in, at which they choose their own.",
            ),
        }),
        response: { 200: importSchema },
      },
    },
    async (request, reply) => {
      const { lines, preview, passwords } = request.body;
      const withPasswords = passwords === "one-time";
      const isGiven = !preview && (withPasswords || lines.some(({ roles }) => roles.length > 0));
      const { identity, actor } = inPersonToGive(administratorThemselves(signedIn(request)), isGiven);
      const { organisation } = identity;
      const who = { actor, today: dayInVietnam(now()) };
      if (preview) {
        const planned = await readInside(pool, organisation, (connection) =>
          planStaff(connection, organisation, lines, who),
        );
        return reply.send(told(planned, true));
      }
      const sent = await writeOnce(request, reply, { pool }, async (connection) => {
        const done = await importStaff(connection, organisation, lines, { withPasswords, newId, ...who });
        return { status: 200, body: told(done, false), kept: told(done.map(withoutPassword), false) };
      });
      identities.forgetAll();
      return sent;
    },
  );
}

function told(lines: readonly LineResult[], isPreview: boolean): z.infer<typeof importSchema> {
  const count = (outcome: LineResult["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  const counts = {
    added: count("added"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
  };
  return { isPreview, counts, lines: [...lines] };
}

function withoutPassword({ password: _shownOnce, ...line }: LineResult): LineResult {
  return line;
}
