// @ts-check
// Installs the dependencies when they are missing or not those of package-lock.json, builds the pages when they are not those of
// their sources, then gets out of the way.
// Run before `npm start`, `npm test` and `npx hoiam` by whatever Node the machine has: built-ins only, nothing newer than Node 16.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(projectFolder, "node_modules", ".hoiam-installed");

/** Whether `node_modules` is what package-lock.json says. */
export function isInstalled() {
  try {
    return readFileSync(stampFile, "utf8") === lockHash() && existsSync(pinnedNode());
  } catch {
    return false;
  }
}

/** The Node that the project is written for; it comes with the dependencies. */
export function pinnedNode() {
  return join(projectFolder, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
}

/** Installs if need be. Ends the process with one line when that fails. */
export function install() {
  if (isInstalled()) return;
  refuseUnwritable();
  const begun = Date.now();
  console.error("Hồi Âm: installing its dependencies (once, about 400 MB, a minute or two) …");
  const npm = npmCommand();
  const result = spawnSync(
    npm.command,
    [...npm.leading, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd: projectFolder,
      encoding: "utf8",
      env: withoutOmissions(),
      shell: npm.shell,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (result.status !== 0) {
    const said = `${result.stderr || ""}${result.stdout || ""}`.trim();
    if (said) console.error(said.split("\n").slice(-15).join("\n"));
    const why = result.error ? result.error.message : `npm ci ended with ${result.signal || `code ${result.status}`}`;
    fail(
      `The dependencies could not be installed (${why}): check the network and the free disk space, then try again.`,
    );
  }
  if (!existsSync(pinnedNode())) {
    fail(
      `No Node 24 is packaged for ${process.platform}-${process.arch}: install Node 24 yourself and run "node src/main.ts".`,
    );
  }
  writeFileSync(stampFile, lockHash());
  console.error(`Hồi Âm: installed in ${Math.round((Date.now() - begun) / 1000)} s.`);
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(projectFolder, "package-lock.json")))
    .digest("hex");
}

/** The npm that runs us, when one does: a machine may have several. */
function npmCommand() {
  const running = process.env.npm_execpath;
  if (running && /npm-cli\.c?js$/.test(running)) return { command: process.execPath, leading: [running], shell: false };
  return { command: "npm", leading: [], shell: process.platform === "win32" };
}

/** Whatever the environment says, development and optional packages are needed: Node and PostgreSQL are optional ones. */
function withoutOmissions() {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^(npm_config_(omit|only|production|dry_run|offline)|NODE_ENV)$/i.test(name)) delete environment[name];
  }
  return environment;
}

function refuseUnwritable() {
  const modules = join(projectFolder, "node_modules");
  try {
    accessSync(existsSync(modules) ? modules : projectFolder, constants.W_OK);
  } catch {
    fail(
      `${projectFolder} cannot be written by you, and its dependencies must be installed there: run this once as its owner.`,
    );
  }
}

/** Builds the pages when their sources, where there are any, are not those of the last build. The hash is kept among what was built. */
export function buildPages() {
  const config = join(projectFolder, "web", "vite.config.ts");
  if (!existsSync(config)) return;
  const builtFrom = join(projectFolder, "web", "dist", "built-from");
  const sources = pagesHash();
  if (existsSync(builtFrom) && readFileSync(builtFrom, "utf8") === sources) return;
  const begun = Date.now();
  const vite = join(projectFolder, "node_modules", "vite", "bin", "vite.js");
  const result = spawnSync(pinnedNode(), [vite, "build", "--config", config, "--logLevel", "error"], {
    cwd: projectFolder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error(`${result.stderr || ""}${result.stdout || ""}`.trim());
    fail("The pages could not be built: the reason stands above.");
  }
  writeFileSync(builtFrom, sources);
  console.error(`Hồi Âm: the pages are built (${Math.round((Date.now() - begun) / 1000)} s).`);
}

function pagesHash() {
  const hash = createHash("sha256").update(lockHash());
  for (const path of filesBelow(join(projectFolder, "web"))) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) return [path];
      return entry.name === "dist" ? [] : filesBelow(path);
    });
}

/** @param {string} line */
function fail(line) {
  console.error(`Hồi Âm: ${line}`);
  process.exit(1);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  install();
  buildPages();
}
