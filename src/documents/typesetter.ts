import { createRequire } from "node:module";

/** What we use of Typst's compiler; the packages for each machine bring no types of their own. */
export type Typesetter = {
  addSource(path: string, source: string): void;
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): { result: object | null; takeDiagnostics(): object | null };
  fetchDiagnostics(error: object): unknown[];
  pdf(document: object, options: { pdfStandard: string; creationTimestamp: number }): Buffer;
  plainSvg(document: object): string;
  evictCache(ageMax: number): void;
};

type Binding = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): Typesetter;
  };
};

/**
 * By machine: the packages to try, and the strictest PDF/A that theirs writes. The one package that would choose among them names
 * machines for which there is none, and then no lock installs.
 */
const machines: Readonly<Record<string, { packages: string[]; standard: "a-2a" | "a-2b" }>> = {
  "linux-x64": { packages: ["linux-x64-gnu", "linux-x64-musl"], standard: "a-2a" },
  "linux-arm64": { packages: ["linux-arm64-gnu"], standard: "a-2b" },
  "darwin-arm64": { packages: ["darwin-arm64"], standard: "a-2b" },
  "darwin-x64": { packages: ["darwin-x64"], standard: "a-2b" },
  "win32-x64": { packages: ["win32-x64-msvc"], standard: "a-2b" },
};

/** Throws where there is none for this machine. */
export function typesetterFor(options: { workspace: string; fontPaths: string[] }) {
  const name = `${process.platform}-${process.arch}`;
  const { packages, standard } = machines[name] ?? { packages: [], standard: "a-2b" };
  const require = createRequire(import.meta.url);
  const { workspace, fontPaths } = options;
  for (const each of packages) {
    try {
      const { NodeCompiler } = require(`@myriaddreamin/typst-ts-node-compiler-${each}`) as Binding;
      return { typesetter: NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] }), standard };
    } catch (error) {
      // The next one may be this machine's.
      if (!(error instanceof Error && "code" in error && /MODULE_NOT_FOUND|DLOPEN/.test(String(error.code))))
        throw error;
    }
  }
  throw new Error(`there is no typesetter for ${name}`);
}
