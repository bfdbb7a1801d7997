import { z } from "zod";
import type { Api, Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** For load balancers: alive says that the program runs, ready that it reaches its database. */
export function healthRoutes(api: Api, { pool }: Pick<Wiring, "pool">): void {
  const schema = { tags: ["health"], response: { 200: z.object({ status: z.string() }) } };
  api.get("/health", { schema: { ...schema, summary: "Alive" } }, () => ({ status: "alive" }));
  api.get("/health/live", { schema: { ...schema, summary: "Alive" } }, () => ({ status: "alive" }));
  api.get("/health/ready", { schema: { ...schema, summary: "Ready: the database answers" } }, async (request) => {
    try {
      await pool.query("select 1");
    } catch (error) {
      request.log.warn({ err: error }, "the database does not answer");
      throw problem("not-ready");
    }
    return { status: "ready" };
  });
}

const mailWords = {
  "not-connected": { vi: "chưa nối máy chủ thư", en: "no mail server connected" },
  "held-back": { vi: "đã nối máy chủ thư, dữ liệu thử không gửi đi", en: "connected, and held back: a demonstration" },
  connected: { vi: "đã nối máy chủ thư", en: "mail server connected" },
  unreachable: { vi: "không tới được máy chủ thư", en: "the mail server does not answer" },
} as const;
const mailStates = ["not-connected", "held-back", "connected", "unreachable"] as const;

/** `/health` of the API: which parts work, in words for people. Nothing of where they are: anybody may ask. */
export function partsRoutes(api: Api, { pool, mail }: Pick<Wiring, "pool" | "mail">): void {
  const mailSchema = z.object({ state: z.enum(mailStates), vi: z.string(), en: z.string() });
  api.get(
    "/health",
    {
      schema: {
        tags: ["health"],
        summary: "Which parts work",
        description:
          "`mail.state` is what the last try found; without a mail server what is to leave waits in the file.",
        response: { 200: z.object({ database: z.enum(["answers", "does-not-answer"]), mail: mailSchema }) },
      },
    },
    async () => {
      const database = await pool.query("select 1").then(
        () => "answers" as const,
        () => "does-not-answer" as const,
      );
      const state = mail?.state() ?? "not-connected";
      return { database, mail: { state, ...mailWords[state] } };
    },
  );
}
