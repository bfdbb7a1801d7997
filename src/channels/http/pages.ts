import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import type { Api } from "./api.ts";
import { htmlPage } from "./html-page.ts";

/** Where `bin/setup.js` puts the pages that it builds. */
const BUILT_FOLDER = join(import.meta.dirname, "../../../web/dist");
const YEAR_S = 31_536_000;

/** Addresses of the customer's pages, and of technicians who answer by a link; every other one that is no file and no resource is a page of the staff. */
const CUSTOMER_PAGES = /^\/(gui|tra-cuu|tra-loi|xac-nhan|quy-trinh-cong-khai)(\/|$)/;

/** Only what this server sends may run; nothing may frame a page; pictures may be shown before they are sent. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** The pages of staff and customers: files that were built, and one document for each of the two. */
export async function pageRoutes(api: Api): Promise<void> {
  if (!existsSync(join(BUILT_FOLDER, "staff.html"))) {
    const body = "<h1>Hồi Âm</h1><p>The pages are not built: run <code>node bin/setup.js</code>.</p>";
    api.get("/", { schema: { hide: true } }, (_request, reply) => htmlPage(reply, { title: "Hồi Âm", body }));
    return;
  }
  await api.register(fastifyStatic, {
    root: BUILT_FOLDER,
    // Looked for when it is asked for: the pages may be built anew beside a running server.
    serve: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // A built file's name holds its hash; the others keep their names.
      const isHashed = /[\\/]assets[\\/]/.test(path);
      // It stands between the pages and the network, and may speak with this server only.
      if (/[\\/]sw\.js(\.\w+)?$/.test(path)) reply.header("content-security-policy", POLICY);
      reply.header("cache-control", isHashed ? `public, max-age=${YEAR_S}, immutable` : "no-cache");
    },
  });
  const page = (reply: FastifyReply, name: "staff" | "customer") =>
    reply
      .header("content-security-policy", POLICY)
      .header("permissions-policy", "camera=(self), microphone=(), geolocation=()")
      .sendFile(`${name}.html`);
  api.get("/", { schema: { hide: true } }, (_request, reply) => page(reply, "staff"));
  api.get("/*", { schema: { hide: true } }, (request, reply) => {
    const path = request.url.split("?")[0] ?? "";
    if (/^\/(assets\/[\w.-]+|files\.json|[\w-]+\.(svg|js|webmanifest))$/.test(path))
      return reply.sendFile(path.slice(1));
    const wantsPage = /text\/html/.test(request.headers.accept ?? "") && !/^\/(api|health|problems)(\/|$)/.test(path);
    if (!wantsPage) return reply.callNotFound();
    return page(reply, CUSTOMER_PAGES.test(path) ? "customer" : "staff");
  });
}
