import type { Plugin } from "vite";
import { builtFiles, builtFonts, type Bundle } from "./built-files.ts";

const START = "staff/start.ts";
/** The page that most visits begin with. */
const HOME = "pages/work-queue/work-queue.tsx";
const MARK = "<!-- early -->";

/**
 * Where `staff.html` has its mark: the script that asks the server first, and what else the first page needs, so that the browser
 * fetches all of it at once instead of finding one thing in the other.
 */
export function earlyLoading(): Plugin {
  return {
    name: "early-loading",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) =>
        html.replace(MARK, () => (bundle ? builtLines(bundle, html).join("\n    ") : script(`/${START}`))),
    },
  };
}

function builtLines(bundle: Bundle, html: string): string[] {
  const [start = "", ...asking] = builtFiles(bundle, START);
  const modules = [...asking, ...builtFiles(bundle, HOME)].filter((name) => !html.includes(`"/${name}"`));
  return [
    script(`/${start}`),
    ...modules.map((name) => `<link rel="modulepreload" crossorigin href="/${name}" />`),
    // A page that is first laid out in another font is laid out twice, and finding the other costs more than both.
    ...builtFonts(bundle).map(
      (name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}" />`,
    ),
  ];
}

function script(source: string): string {
  return `<script type="module" async crossorigin fetchpriority="high" src="${source}"></script>`;
}
