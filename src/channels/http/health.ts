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
