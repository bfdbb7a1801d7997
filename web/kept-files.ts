import type { Plugin } from "vite";
import { builtFiles, builtFonts, type Bundle } from "./built-files.ts";

/** Writes `files.json`: all that either document may ever load, so that `public/sw.js` can keep it for the day without a network. */
export function keptFiles(): Plugin {
  return {
    name: "kept-files",
    apply: "build",
    generateBundle: {
      // Once the styles are among the files.
      order: "post",
      handler(_options, bundle) {
        const lists = { staff: all(bundle, "staff.html", "staff/start.ts"), customer: all(bundle, "customer.html") };
        this.emitFile({ type: "asset", fileName: "files.json", source: JSON.stringify(lists) });
      },
    },
  };
}

function all(bundle: Bundle, ...modules: string[]): string[] {
  const files = modules.flatMap((module) => builtFiles(bundle, module, { isLater: true }));
  return [...new Set([...files, ...builtFonts(bundle)])].map((name) => `/${name}`);
}
