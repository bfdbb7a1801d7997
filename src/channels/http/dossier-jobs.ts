import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DossierNotBound, gatherDossier, type OpenPart } from "../../documents/dossier/bindery.ts";
import type { BoundDossier, Dossier } from "../../documents/dossier/dossier.ts";
import { BOUND_BYTES_MAX } from "./dossier-file.ts";
import { inTurn } from "./dossier-turns.ts";

/** A dossier that somebody asked for, while it is bound and for a while after. */
export type DossierJob = {
  dossierId: string;
  /** Whoever asked, and of what: nobody else gets it, and not under another complaint. */
  personId: string;
  complaintId: string;
  name: string;
  documents: number;
  /** How many of the documents were looked at. */
  done: number;
  state: { is: "binding" } | { is: "failed"; why: string } | ({ is: "bound"; file: string } & BoundDossier);
};

/** Asked for and kept, of everybody and of one person. */
const JOBS_MAX = 12;
const OF_ONE_PERSON_MAX = 2;
const KEPT_MS_MAX = 15 * 60_000;

export type DossierJobs = {
  /** What the same person asked of the same complaint before gives way. Undefined: too many are asked for at this moment. */
  begin: (
    asked: Pick<DossierJob, "dossierId" | "personId" | "complaintId" | "name">,
    work: { dossier: Dossier; open: OpenPart },
  ) => DossierJob | undefined;
  find: (dossierId: string) => DossierJob | undefined;
  /** What one person asked of one complaint, the latest first. */
  of: (asked: Pick<DossierJob, "personId" | "complaintId">) => DossierJob[];
  close: () => Promise<void>;
};

/** Dossiers of this process. They stand in files that are removed after a quarter of an hour, and when the program ends. */
export function dossierJobs(): DossierJobs {
  const jobs = new Map<string, DossierJob>();
  const stop = new AbortController();
  let folder: Promise<string> | undefined;

  const forget = (job: DossierJob) => {
    jobs.delete(job.dossierId);
    if (job.state.is === "bound") void rm(job.state.file, { force: true });
  };
  const bind = async (job: DossierJob, { dossier, open }: { dossier: Dossier; open: OpenPart }) => {
    try {
      stop.signal.throwIfAborted();
      folder ??= mkdtemp(join(tmpdir(), "hoiam-dossiers-"));
      const file = join(await folder, `${job.dossierId}.pdf`);
      const gathered = await gatherDossier(dossier, {
        open,
        bytesMax: BOUND_BYTES_MAX,
        onProgress: (done) => (job.done = done),
        signal: stop.signal,
      });
      try {
        job.state = { is: "bound", file, ...(await gathered.finish(null, file)) };
      } finally {
        gathered.close();
      }
    } catch (error) {
      job.state = { is: "failed", why: error instanceof DossierNotBound ? error.message : "internal-error" };
    }
    setTimeout(() => forget(job), KEPT_MS_MAX).unref();
  };
  const bindInTurn = async (job: DossierJob, work: { dossier: Dossier; open: OpenPart }) => {
    const isBound = await inTurn(() => bind(job, work).then(() => true));
    if (!isBound) forget(job);
  };
  const makeRoom = ({ personId, complaintId }: Pick<DossierJob, "personId" | "complaintId">) => {
    const own = [...jobs.values()].filter((job) => job.personId === personId);
    const over = own.filter(({ state }) => state.is !== "binding");
    for (const job of over) if (job.complaintId === complaintId) forget(job);
    const oldest = over.find(({ dossierId }) => jobs.has(dossierId));
    if (oldest && own.filter(({ dossierId }) => jobs.has(dossierId)).length >= OF_ONE_PERSON_MAX) forget(oldest);
    const isRoom = own.filter(({ dossierId }) => jobs.has(dossierId)).length < OF_ONE_PERSON_MAX;
    return isRoom && jobs.size < JOBS_MAX;
  };
  return {
    begin: (asked, work) => {
      if (!makeRoom(asked)) return undefined;
      const job: DossierJob = { ...asked, documents: work.dossier.parts.length, done: 0, state: { is: "binding" } };
      jobs.set(job.dossierId, job);
      void bindInTurn(job, work);
      return job;
    },
    find: (dossierId) => jobs.get(dossierId),
    of: ({ personId, complaintId }) =>
      [...jobs.values()].filter((job) => job.personId === personId && job.complaintId === complaintId).toReversed(),
    close: async () => {
      stop.abort();
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
