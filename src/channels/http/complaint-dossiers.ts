import { createReadStream } from "node:fs";
import { z } from "zod";
import { unboundReasons } from "../../documents/dossier/dossier.ts";
import { idParam } from "./addresses.ts";
import { created, signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { dossierOf, partsOpenedBy } from "./dossier-file.ts";
import { dossierJobs, type DossierJob, type DossierJobs } from "./dossier-jobs.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { sendMadeFile } from "./send-document.ts";

const dossierSchema = z.object({
  dossierId: z.string(),
  status: z.enum(["binding", "bound", "failed"]),
  documents: z.int().describe("How many documents the file has."),
  done: z.int().describe("How many of them were looked at."),
  pages: z.int().nullable().describe("Null until it is bound."),
  bytes: z.int().nullable(),
  unbound: z
    .array(z.object({ name: z.string(), sha256: z.string(), why: z.enum(unboundReasons) }))
    .describe("Documents that stand in its index only."),
});

const params = z.object({ complaintId: idParam });
const oneParams = params.extend({ dossierId: idParam });
const tags = ["documents"];
const path = "/complaints/:complaintId/bound-files";

/** `/complaints/{id}/bound-files`: the whole file bound into one PDF, for those who may see the file. */
export function complaintDossierRoutes(api: Api, wiring: Wiring): void {
  const jobs = dossierJobs();
  api.addHook("onClose", () => jobs.close());
  beginning(api, wiring, jobs);
  listRoute(api, wiring, jobs);
  api.get(
    `${path}/:dossierId`,
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "How far the binding of a dossier is",
        params: oneParams,
        response: { 200: dossierSchema },
      },
    },
    async (request) => shown(await jobOf(wiring, jobs, signedIn(request), request.params)),
  );
  api.get(
    `${path}/:dossierId/content`,
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "A bound dossier, as PDF",
        description: "For a quarter of an hour after it was bound, for whoever asked for it.",
        params: oneParams,
        produces: ["application/pdf"],
      },
    },
    async (request, reply) => {
      const { name, state } = await jobOf(wiring, jobs, signedIn(request), request.params);
      if (state.is !== "bound") throw problem("no-such-item", { name });
      return sendMadeFile(reply, { content: createReadStream(state.file), bytes: state.bytes, name });
    },
  );
}

function listRoute(api: Api, wiring: Wiring, jobs: DossierJobs): void {
  api.get(
    path,
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Dossiers that you asked for and that are still kept",
        description: "The latest first; nobody else's.",
        params,
        response: { 200: z.object({ dossiers: z.array(dossierSchema) }) },
      },
    },
    async (request) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      await readComplaint(wiring, who, complaintId);
      return { dossiers: jobs.of({ personId: who.identity.personId, complaintId }).map(shown) };
    },
  );
}

function beginning(api: Api, wiring: Wiring, jobs: DossierJobs): void {
  api.post(
    path,
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "Bind the whole file into one PDF",
        description:
          "Cover, index with page numbers, timeline, terms with how they were counted, and every document page by page. It is bound while you ask how far it is; nothing of the file changes.",
        params,
        response: { 201: dossierSchema.describe("Its binding has begun.") },
      },
    },
    async (request, reply) => {
      const who = signedIn(request);
      const { complaintId } = request.params;
      const read = await readComplaint(wiring, who, complaintId);
      const { organisation, personId } = who.identity;
      const heading = read.edition.papers.find(({ kind }) => kind === "dossier")?.name ?? "Hồ sơ khiếu nại";
      const dossier = await dossierOf(wiring, who, { read, heading });
      const job = jobs.begin(
        { dossierId: wiring.newId(), personId, complaintId, name: `${heading} – ${read.complaint.number}.pdf` },
        { dossier, open: partsOpenedBy(wiring, organisation) },
      );
      if (!job) throw problem("dossiers-many");
      return created(reply, `/api/v1/complaints/${complaintId}/bound-files/${job.dossierId}`, shown(job));
    },
  );
}

/** Nobody else's, and not of a file that its reader may not see any more. */
async function jobOf(
  wiring: Wiring,
  jobs: DossierJobs,
  who: SignedIn,
  { complaintId, dossierId }: z.infer<typeof oneParams>,
): Promise<DossierJob> {
  await readComplaint(wiring, who, complaintId);
  const job = jobs.find(dossierId);
  if (!job || job.personId !== who.identity.personId || job.complaintId !== complaintId)
    throw problem("no-such-item", { name: dossierId });
  return job;
}

function shown({ dossierId, documents, done, state }: DossierJob): z.infer<typeof dossierSchema> {
  const bound = state.is === "bound" ? state : null;
  return {
    dossierId,
    status: state.is,
    documents,
    done,
    pages: bound?.pages ?? null,
    bytes: bound?.bytes ?? null,
    unbound: (bound?.index ?? []).flatMap(({ name, sha256, why }) => (why === null ? [] : [{ name, sha256, why }])),
  };
}
