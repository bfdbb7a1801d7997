import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DossierNotBound, gatherDossier } from "../../documents/dossier/bindery.ts";
import type { Paper } from "../../procedure/pure/edition/papers.ts";
import type { SignedIn, Wiring } from "./api.ts";
import { dossierOf, partsOpenedBy } from "./dossier-file.ts";
import { inTurn } from "./dossier-turns.ts";
import { problem } from "./problem.ts";
import type { ReadComplaint } from "./read-complaint.ts";

/** Of what is bound into an issued paper: with its pictures set anew it still fits among the attachments. */
const BYTES_MAX = 60_000_000;

/** `inFront`: puts a paper in front of everything that its file holds. */
export type Binding = { inFront: (cover: Buffer) => Promise<Buffer>; close: () => void };

/**
 * A paper that submits the whole file takes it along: the documents are gathered now, and the paper is put in front when it has its
 * number, so that nobody waits for the register meanwhile. Undefined for any other paper.
 */
export async function bindingOf(
  wiring: Wiring,
  who: SignedIn,
  { read, paper }: { read: ReadComplaint; paper: Paper },
): Promise<Binding | undefined> {
  if (paper.kind !== "dossier") return undefined;
  const dossier = await dossierOf(wiring, who, { read, heading: paper.name });
  const open = partsOpenedBy(wiring, who.identity.organisation);
  const gathered = await inTurn(() => gatherDossier(dossier, { open, bytesMax: BYTES_MAX }).catch(notSet));
  if (!gathered) throw problem("dossiers-many");
  const inFront = async (cover: Buffer) => {
    const file = join(tmpdir(), `hoiam-dossier-${wiring.newId()}.pdf`);
    try {
      await gathered.finish(cover, file).catch(notSet);
      return await readFile(file);
    } finally {
      await rm(file, { force: true });
    }
  };
  return { inFront, close: gathered.close };
}

function notSet(error: unknown): never {
  if (error instanceof DossierNotBound) throw problem("paper-not-set", { why: error.message });
  throw error;
}
