import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { problem, type Problem } from "./problem.ts";

/** Checks each part of a request by its own zod schema; what is wrong comes back as a problem that names the field. */
export const validateByZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    const parsed = schema.safeParse(data);
    if (parsed.success) return { value: parsed.data };
    return { error: problemOfIssues(parsed.error.issues, httpPart ?? "body") };
  };
};

/** All that is wrong, and the first thing in words. Values are not repeated: they may be personal. */
function problemOfIssues(issues: readonly z.core.$ZodIssue[], part: string): Problem {
  const errors = issues.slice(0, 20).map((issue) => {
    const path = issue.path.map(String);
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : undefined;
    const field = [...path, ...(unknown === undefined ? [] : [unknown])].join(".");
    return { in: part, field, problem: unknown === undefined ? issue.message : `unknown field ${unknown}` };
  });
  const first = errors[0];
  const what = first ? `${first.field || part}: ${first.problem}` : part;
  return problem("malformed-request", { what }, { field: first?.field || undefined, members: { errors } });
}
