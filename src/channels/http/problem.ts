import type { Refusal } from "../../complaint/refusal.ts";
import { problemKinds, type ProblemCode } from "./problem-kinds.ts";
import { statusOfRefusal } from "./refusal-status.ts";

/** Why a request was not carried out, as RFC 9457 tells it. Thrown by handlers; `problem-answer.ts` sends it. */
export class Problem extends Error {
  override name = "Problem";
  readonly statusCode: number;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  /** The field of the request that must change: `customer.phone`. */
  readonly field: string | undefined;
  /** Members of its own: what was wanted, who did what meanwhile. */
  readonly members: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(told: {
    status: number;
    code: string;
    vi: string;
    en: string;
    field?: string | undefined;
    members?: Record<string, unknown>;
    headers?: Record<string, string>;
  }) {
    super(told.en);
    this.statusCode = told.status;
    this.code = told.code;
    this.vi = told.vi;
    this.en = told.en;
    this.field = told.field;
    this.members = told.members ?? {};
    this.headers = told.headers ?? {};
  }
}

type Details = Readonly<Record<string, string | number | { vi: string; en: string }>>;

/** A problem of the edge itself. `{name}` in its messages stands for a detail, of one in both languages for the message's own. */
export function problem(
  code: ProblemCode,
  details: Details = {},
  more: { field?: string | undefined; members?: Record<string, unknown>; headers?: Record<string, string> } = {},
): Problem {
  const [status, vi, en] = problemKinds[code];
  return new Problem({ status, code, vi: filledIn(vi, details, "vi"), en: filledIn(en, details, "en"), ...more });
}

/** Too many wrong passwords from there: when to come again. */
export function tooManySignIns(seconds: number): Problem {
  return problem("too-many-sign-ins", { seconds }, { headers: { "retry-after": String(seconds) } });
}

/** What the core refused, under the status that fits its code. */
export function problemOfRefusal({ code, vi, en, field, details }: Refusal): Problem {
  return new Problem({ status: statusOfRefusal[code], code, vi, en, field, members: { details } });
}

function filledIn(message: string, details: Details, language: "vi" | "en"): string {
  return message.replaceAll(/\{(\w+)\}/g, (_all, name: string) => {
    const detail = details[name] ?? "";
    return String(typeof detail === "object" ? detail[language] : detail);
  });
}
