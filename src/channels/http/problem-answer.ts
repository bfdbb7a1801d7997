import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { CalendarRangeError } from "../../procedure/pure/calendar/working-calendar.ts";
import { BadCursor } from "../../projections/bad-cursor.ts";
import { ATTACHMENT_BYTES_MAX } from "./attachments.ts";
import { BODY_BYTES_MAX } from "./json-body.ts";
import { problemOfOutside } from "./outside-lost.ts";
import { Problem, problem } from "./problem.ts";
import type { ProblemCode } from "./problem-kinds.ts";

/** Tells every error as `application/problem+json` (RFC 9457), and a fault of ours without what is behind it. */
export function answerProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | Problem | Error, request, reply) => {
    const told = error instanceof Problem ? error : problemOfServer(error);
    if (told.statusCode >= 500) request.log.error({ err: error }, "a request failed");
    return sendProblem(told, request, reply);
  });
  server.setNotFoundHandler((request, reply) => sendProblem(problem("not-found"), request, reply));
}

export function sendProblem(told: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { statusCode, code, vi, en, field, members } = told;
  return reply
    .code(statusCode)
    .headers(told.headers)
    .header("cache-control", "no-store")
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `/problems/${code}`,
      title: code,
      status: statusCode,
      detail: vi,
      messages: { vi, en },
      ...(field === undefined ? {} : { field }),
      ...members,
      requestId: request.id,
    });
}

// Errors of the framework, by its own codes.
const ofServer: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "wrong-content-type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "upload-cut-off",
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_REQ_FILE_TOO_LARGE: "too-large",
  FST_INVALID_MULTIPART_CONTENT_TYPE: "wrong-content-type",
  FST_ERR_BAD_URL: "not-found",
  FST_ERR_MAX_PARAM_LENGTH: "not-found",
  ECONNRESET: "upload-cut-off",
};

/** A problem for an error that is none of ours, by its code. */
export function problemOfServer(error: FastifyError | Error): Problem {
  const code = "code" in error ? error.code : "";
  if (code === "FST_ERR_CTP_EMPTY_JSON_BODY") return problem("malformed-json", { what: "empty" });
  const kind = ofServer[code];
  const bytes = code === "FST_REQ_FILE_TOO_LARGE" ? ATTACHMENT_BYTES_MAX : BODY_BYTES_MAX;
  const outside = problemOfOutside(error);
  if (outside) return outside;
  if (kind !== undefined) return problem(kind, { wanted: "application/json", bytes });
  if (error instanceof BadCursor) return problem("bad-cursor", {}, { field: "cursor" });
  // What busboy says of a form that ends too early; it gives no code.
  if (/^(Unexpected end of|Part terminated early|Malformed part|Multipart:)/.test(error.message)) {
    return problem("upload-cut-off");
  }
  // A day so far away that no calendar has it: whoever named it must name another.
  if (error instanceof CalendarRangeError) return problem("cannot-count", { what: error.message });
  // What PostgreSQL cannot keep in spite of all checks is the request's fault, not ours.
  if (code === "22021" || code === "22P05") return problem("malformed-text");
  const status = "statusCode" in error ? error.statusCode : undefined;
  if (status !== undefined && status >= 400 && status < 500) {
    return problem("malformed-request", { what: "the server could not read it" });
  }
  return problem("internal-error");
}
