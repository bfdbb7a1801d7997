import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type ProxyOptions } from "vite";
import { earlyLoading } from "./early-loading.ts";
import { keptFiles } from "./kept-files.ts";

/** The server behind the pages while they are worked on. */
const API = process.env["HOIAM_API"] ?? "http://127.0.0.1:8080";

/** The server takes writes from its own address only, and this one is another. */
const proxied: ProxyOptions = {
  target: API,
  configure: (proxy) => proxy.on("proxyReq", (request) => request.removeHeader("origin")),
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), addresses(), earlyLoading(), keptFiles(), compressed()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // Which part needs which: what a first visit loads is measured by it.
    manifest: "manifest.json",
    target: "es2022",
    reportCompressedSize: false,
    // The policy of the pages allows no inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        start: resolve(import.meta.dirname, "staff/start.ts"),
        staff: resolve(import.meta.dirname, "staff.html"),
        customer: resolve(import.meta.dirname, "customer.html"),
      },
      // What the first script needs stands apart from what it need not wait for.
      output: {
        codeSplitting: {
          groups: [{ name: "ask", test: /\/web\/(api\/ask|pages\/work-queue\/(queue-search|first-rows))\.ts$/ }],
        },
      },
    },
  },
  // The folder web/api is sources.
  server: { proxy: { "^/api/(v1|docs|openapi|demonstration)": proxied, "/health": API } },
});

/** While working: every address is a page of the staff or of the customer, as `src/channels/http/pages.ts` has it. */
function addresses(): Plugin {
  return {
    name: "addresses",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const url = request.url ?? "/";
        const isPage = /text\/html/.test(request.headers.accept ?? "") && !/^\/(api|health|problems)(\/|$)/.test(url);
        const isCustomers = /^\/(gui|tra-cuu|tra-loi|xac-nhan|quy-trinh-cong-khai)(\/|\?|$)/.test(url);
        if (isPage) request.url = isCustomers ? "/customer.html" : "/staff.html";
        next();
      });
    },
  };
}

/** Each text file once more as .br and .gz, so that the server only has to send it. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    // What was written: while the bundle is still made, other plugins go on changing it.
    writeBundle({ dir = "" }, bundle) {
      for (const fileName of Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$|^files\.json$/.test(name))) {
        const path = join(dir, fileName);
        const content = readFileSync(path);
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${path}.gz`, gzipSync(content));
      }
    },
  };
}
