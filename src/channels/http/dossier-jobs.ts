import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DossierNotBound, gatherDossier, type OpenPart } from "../../documents/dossier/bindery.ts";
import type { BoundDossier, Dossier } from "../../documents/dossier/dossier.ts";
import { BOUND_BYTES_MAX } from "./dossier-file.ts";

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

/** Bound at once, and asked for at once, by everybody. */
const AT_ONCE = 2;
const JOBS_MAX = 12;
const KEPT_MS_MAX = 15 * 60_000;

export type DossierJobs = {
  /** Undefined: too many are asked for at this moment. */
  begin: (
    asked: Pick<DossierJob, "dossierId" | "personId" | "complaintId" | "name">,
    work: { dossier: Dossier; open: OpenPart },
  ) => DossierJob | undefined;
  find: (dossierId: string) => DossierJob | undefined;
  close: () => Promise<void>;
};

/** Dossiers of this process. They stand in files that are removed after a quarter of an hour, and when the program ends. */
export function dossierJobs(): DossierJobs {
  const jobs = new Map<string, DossierJob>();
  const waiting: (() => void)[] = [];
  const stop = new AbortController();
  let running = 0;
  let folder: Promise<string> | undefined;

  const turn = () => {
    while (running < AT_ONCE && waiting.length > 0) {
      running += 1;
      waiting.shift()?.();
    }
  };
  const forget = (job: DossierJob) => {
    jobs.delete(job.dossierId);
    if (job.state.is === "bound") void rm(job.state.file, { force: true });
  };
  const bind = async (job: DossierJob, { dossier, open }: { dossier: Dossier; open: OpenPart }) => {
    try {
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
    running -= 1;
    setTimeout(() => forget(job), KEPT_MS_MAX).unref();
    turn();
  };
  return {
    begin: (asked, work) => {
      for (const job of jobs.values()) if (job.personId === asked.personId && job.state.is !== "binding") forget(job);
      if (jobs.size >= JOBS_MAX) return undefined;
      const job: DossierJob = { ...asked, documents: work.dossier.parts.length, done: 0, state: { is: "binding" } };
      jobs.set(job.dossierId, job);
      waiting.push(() => void bind(job, work));
      turn();
      return job;
    },
    find: (dossierId) => jobs.get(dossierId),
    close: async () => {
      stop.abort();
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
