import type { IndexHtmlTransformContext, Plugin } from "vite";

type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

const START = "staff/start.ts";
/** The page that most visits begin with. */
const HOME = "pages/work-queue/work-queue.tsx";
const FONTS = /be-vietnam-pro-(latin|vietnamese)-\d00-normal-[\w-]+\.woff2$/;
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
  const [start = "", ...asking] = chunksOf(bundle, START);
  const modules = [...asking, ...chunksOf(bundle, HOME)].filter((name) => !html.includes(`"/${name}"`));
  const fonts = Object.keys(bundle).filter((name) => FONTS.test(name));
  return [
    script(`/${start}`),
    ...modules.map((name) => `<link rel="modulepreload" crossorigin href="/${name}" />`),
    // A page that is first laid out in another font is laid out twice, and finding the other costs more than both.
    ...fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${name}" />`),
  ];
}

function script(source: string): string {
  return `<script type="module" async crossorigin fetchpriority="high" src="${source}"></script>`;
}

/** The file of a module, first, and all files that it cannot run without. */
function chunksOf(bundle: Bundle, module: string): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (seen.has(name) || chunk?.type !== "chunk") return;
    seen.add(name);
    for (const imported of chunk.imports) visit(imported);
  };
  const found = Object.values(bundle).find(
    (file) => file.type === "chunk" && file.facadeModuleId?.replaceAll("\\", "/").endsWith(`/web/${module}`),
  );
  if (!found) throw new Error(`${module} is no file of its own any more: the first page would load late`);
  visit(found.fileName);
  return [...seen];
}
