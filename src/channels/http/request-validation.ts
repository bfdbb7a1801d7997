import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { problem, type Problem } from "./problem.ts";

/** Checks each part of a request by its own zod schema; what is wrong comes back as a problem that names the field. */
export const validateByZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return (data: unknown) => {
    const parsed = schema.safeParse(data, { reportInput: true });
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
    return { in: part, field, problem: unknown === undefined ? wordsOf(issue) : `unknown field ${unknown}` };
  });
  const first = errors[0];
  const what = first ? `${first.field || part}: ${first.problem}` : part;
  return problem("malformed-request", { what }, { field: first?.field || undefined, members: { errors } });
}

/** "Invalid input: expected string, received undefined" is a long way to say that it is missing. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.input !== undefined) return issue.message;
  if (issue.code === "invalid_type") return "is missing";
  return issue.code === "invalid_value" ? issue.message.replace(/^Invalid \w+:/, "is missing:") : issue.message;
}
