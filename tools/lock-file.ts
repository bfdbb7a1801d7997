import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/**
 * What would keep `npm ci` from installing this package-lock.json: `npm install` leaves an optional package that it
 * cannot find out of the lock without a word, and `npm ci` then refuses the whole lock.
 */
export function lockProblems(text: string): string[] {
  const { packages } = Lock.parse(JSON.parse(text));
  return Object.entries(packages).flatMap(([path, { optionalDependencies, resolved }]) => {
    const missing = Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(packages, path, name));
    const problems = missing.map((name) => `package-lock.json: ${name}, optional for ${path || "us"}, is not in it`);
    if (resolved) problems.push(`package-lock.json: ${path} names the address of a registry`);
    return problems;
  });
}

function isLocked(packages: Record<string, unknown>, path: string, name: string): boolean {
  return `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
}
