import { dirname, join, normalize } from "node:path/posix";
import { pathToFileURL } from "node:url";
import { IMPORTS_MIN, MAY_IMPORT, MODULES_MIN, PURE } from "./boundaries.ts";
import { placeOf, sourceFiles, type SourceFile } from "./source-files.ts";

/** What is wrong with the imports of these files, one line each. Specs may reach for anything. */
export function boundaryProblems(files: SourceFile[]): { problems: string[]; modules: number; imports: number } {
  const modules = files.filter((file) => !/\.(spec|test)\.tsx?$/.test(file.path));
  const imports = modules.flatMap((file) => importsOf(file).map((found) => ({ file, ...found })));
  const problems = imports.flatMap(({ file, specifier, offset }) => {
    const problem = problemWith(file, specifier);
    return problem ? [`${placeOf(file, offset)} ${problem}`] : [];
  });
  return { problems, modules: modules.length, imports: imports.length };
}

/** Folders and files that the table names and that are not built, one line each: an arrow to nothing says nothing. */
export function tableProblems(table: Record<string, string[]>, files: SourceFile[]): string[] {
  const modules = files.map((file) => withoutEnding(file.path));
  const named = new Set(Object.entries(table).flatMap(([rule, entries]) => [rule, ...entries]));
  return [...named]
    .filter((entry) => !modules.some((module) => covers(entry, module)))
    .map((entry) => `${entry} stands in tools/boundaries.ts, and there is no src/${entry}`);
}

function importsOf(file: SourceFile): { specifier: string; offset: number }[] {
  const pattern =
    /^\s*(?:import|export)\b[^;"']*?\bfrom\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm;
  return [...file.text.matchAll(pattern)].map((match) => ({
    specifier: match[1] ?? match[2] ?? match[3] ?? "",
    offset: match.index + match[0].length - 1,
  }));
}

function problemWith(file: SourceFile, specifier: string): string | undefined {
  const local = specifier.startsWith(".");
  const target = local ? normalize(join(dirname(file.path), specifier)) : specifier;
  if (file.path.startsWith("web/")) {
    return target.startsWith("src/")
      ? `the browser may not import ${target}: it knows the generated contract only`
      : undefined;
  }
  const from = withoutEnding(file.path);
  const rule = ruleFor(from);
  if (!rule)
    return `${file.path} is in a folder without a rule: give it one in tools/boundaries.ts and in ARCHITECTURE.md`;
  if (!local) return packageProblem(rule, specifier);
  // Its version.
  if (target === "package.json") return undefined;
  if (!target.startsWith("src/")) return `src/ may not import ${target}`;
  const to = withoutEnding(target);
  if (ruleFor(to) === rule) return undefined;
  const allowed = MAY_IMPORT[rule] ?? [];
  if (allowed.some((entry) => covers(entry, to))) return undefined;
  return `${rule} may not import ${to} (it may import ${allowed.join(", ") || "nothing"})`;
}

function packageProblem(rule: string, specifier: string): string | undefined {
  const allowed = PURE[rule];
  if (!allowed || allowed.includes(specifier)) return undefined;
  return `${rule} is pure and may not import ${specifier}`;
}

/** The most precise key of the table that covers the module. */
function ruleFor(module: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((key) => covers(key, module))
    .sort((a, b) => b.length - a.length)[0];
}

function covers(entry: string, module: string): boolean {
  const wanted = entry.split("/");
  const given = module.split("/");
  return wanted.every((name, index) => given[index] !== undefined && (name === "*" || name === given[index]));
}

function withoutEnding(path: string): string {
  return path.replace(/^src\//, "").replace(/\.tsx?$/, "");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = [...sourceFiles("src", [".ts"]), ...sourceFiles("web", [".ts", ".tsx"])];
  const { problems, modules, imports } = boundaryProblems(files);
  problems.push(...tableProblems(MAY_IMPORT, files));
  if (modules < MODULES_MIN) problems.push(`only ${modules} modules were seen, of at least ${MODULES_MIN}`);
  if (imports < IMPORTS_MIN) problems.push(`only ${imports} imports were seen, of at least ${IMPORTS_MIN}`);
  for (const problem of problems) console.error(problem);
  console.log(`${imports} imports in ${modules} modules: ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
