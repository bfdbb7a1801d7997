import { z } from "zod";
import { refusalMessages, type RefusalCode } from "../../complaint/refusal.ts";
import type { Api } from "./api.ts";
import { problem } from "./problem.ts";
import { problemKinds, type ProblemCode } from "./problem-kinds.ts";
import { htmlPage, htmlText } from "./html-page.ts";
import { statusOfRefusal } from "./refusal-status.ts";

/** `/problems/<code>`: the address that stands in every problem, as a page. `/problems` lists them all. */
export function problemPages(api: Api): void {
  api.get("/problems", { schema: { hide: true } }, (_request, reply) => {
    const rows = Object.entries(known).map(([code, { status, vi, en }]) => {
      const cells = [`<a href="/problems/${code}">${code}</a>`, String(status), htmlText(vi), htmlText(en)];
      return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    });
    return htmlPage(reply, {
      title: "Các lỗi của API",
      body: `<h1>Các lỗi của API</h1><table>${rows.join("")}</table>`,
    });
  });
  api.get(
    "/problems/:code",
    { schema: { hide: true, params: z.object({ code: z.string() }) } },
    ({ params: { code } }, reply) => {
      const told = Object.hasOwn(known, code) ? known[code] : undefined;
      if (!told) throw problem("not-found");
      const body = `<h1>${code}</h1><p>${htmlText(told.vi)}</p><p lang="en">${htmlText(told.en)}</p><p>HTTP ${told.status}</p>`;
      return htmlPage(reply, { title: code, body });
    },
  );
}

const known: Record<string, { status: number; vi: string; en: string }> = Object.fromEntries([
  ...(Object.keys(refusalMessages) as RefusalCode[]).map((code) => {
    const [vi, en] = refusalMessages[code];
    return [code, { status: statusOfRefusal[code], vi, en }] as const;
  }),
  ...(Object.keys(problemKinds) as ProblemCode[]).map((code) => {
    const [status, vi, en] = problemKinds[code];
    return [code, { status, vi, en }] as const;
  }),
]);
