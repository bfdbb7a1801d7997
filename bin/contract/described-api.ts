import pg from "pg";
import { httpServer } from "../../src/channels/http/server.ts";
import type { DescribedApi } from "./contract-of.ts";

type Parts = Parameters<typeof httpServer>[0];

/** The API's own description, from a server that never listens and a pool that never connects. */
export async function describedApi(): Promise<DescribedApi> {
  const store = { pool: new pg.Pool({ max: 1 }), newId: () => "none" } as unknown as Parts["store"];
  const attachments = {} as Parts["attachments"];
  const api = await httpServer({ store, publicUrl: "http://localhost", attachments });
  await api.ready();
  const answer = await api.inject({ method: "GET", url: "/api/openapi.json" });
  await api.close();
  return answer.json<DescribedApi>();
}
