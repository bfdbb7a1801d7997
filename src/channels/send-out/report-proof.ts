import { createHmac } from "node:crypto";
import type { SecretsKey } from "../../store/secret-box.ts";

/** Shows that the address of a report was made here: it opens this one report, and is no secret of the gateway. */
export function reportProof(
  key: SecretsKey,
  { organisation, reference }: { organisation: string; reference: string },
): string {
  return createHmac("sha256", key.bytes).update(`report\n${organisation}\n${reference}`).digest("hex").slice(0, 40);
}
