import type { IndexHtmlTransformContext } from "vite";

export type Bundle = NonNullable<IndexHtmlTransformContext["bundle"]>;

/**
 * The file of a module of ours, first, with all that it cannot run without; with `isLater`, all that it may ever load. Throws where
 * the module has no file of its own: whoever counts on it would wait in vain.
 */
export function builtFiles(bundle: Bundle, module: string, { isLater = false } = {}): string[] {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (seen.has(name) || chunk?.type !== "chunk") return;
    seen.add(name);
    for (const imported of chunk.imports) visit(imported);
    if (!isLater) return;
    for (const style of chunk.viteMetadata?.importedCss ?? []) seen.add(style);
    for (const imported of chunk.dynamicImports) visit(imported);
  };
  const own = Object.values(bundle).find(
    (file) => file.type === "chunk" && file.facadeModuleId?.replaceAll("\\", "/").endsWith(`/web/${module}`),
  );
  if (!own) throw new Error(`${module} is no file of its own any more`);
  visit(own.fileName);
  return [...seen];
}

/** The letters of the pages; older browsers take other files. */
export function builtFonts(bundle: Bundle): string[] {
  return Object.keys(bundle).filter((name) => name.endsWith(".woff2"));
}
