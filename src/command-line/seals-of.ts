import { readFileSync } from "node:fs";
import { CannotStart } from "../cannot-start.ts";
import type { SealConfig } from "../config-seal.ts";
import { SealUnusable } from "../documents/seal/seal-certificate.ts";
import { sealsOf, type Seals } from "../documents/seal/seals.ts";

/**
 * The seals that are configured, each tried before anything starts.
 *
 * @throws CannotStart where a file is not there, a password is another, or a certificate is not valid now.
 */
export function configuredSeals(config: SealConfig, now: string): Seals {
  const files = Object.entries(config).map(([organisation, { certificateFile, passwordFile }]) => [
    organisation,
    {
      content: read(certificateFile),
      password: read(passwordFile)
        .toString("utf8")
        .replace(/\r?\n$/, ""),
    },
  ]);
  try {
    return sealsOf(Object.fromEntries(files) as Parameters<typeof sealsOf>[0], now);
  } catch (error) {
    if (error instanceof SealUnusable) throw new CannotStart(`${error.message}.`, { exitCode: 2, cause: error });
    throw error;
  }
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "it cannot be read";
    throw new CannotStart(`The seal's file ${path} cannot be read (${why}).`, { exitCode: 2, cause: error });
  }
}
