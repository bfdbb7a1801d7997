import { z } from "zod";
import { WORD } from "../../documents/word/letter-in-word.ts";
import type { Filling } from "../../documents/word/template-fields.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { wordTemplates, type WordTemplate } from "../../store/word-templates.ts";
import { idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { letterNamed, nothingToSay, paperNamed } from "./made-papers.ts";
import { paperIn, templateContent } from "./paper-content.ts";
import { makerOf, paperInForce, sampleOf, starterOf } from "./papers-in-force.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { readComplaint } from "./read-complaint.ts";
import { sendMade } from "./send-document.ts";

const versionParams = z.object({ paper: idParam, version: z.coerce.number().int().min(1).max(10_000) });
const tags = ["organisation"];

/** `/word-templates/{paper}/…`: the files themselves: one to begin from, what was handed in, and what comes of it. */
export function wordTemplateFileRoutes(api: Api, wiring: Wiring): void {
  starterRoute(api, wiring);
  fileRoute(api, wiring);
  sampleRoute(api, wiring);
}

function starterRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/word-templates/:paper/starter",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The program's own layout of a paper as a Word template to begin from",
        params: z.object({ paper: idParam }),
        produces: [WORD],
      },
    },
    async (request, reply) => {
      const { organisation } = administrator(signedIn(request)).identity;
      const found = paperInForce(wiring, organisation, request.params.paper);
      const content = await starterOf(makerOf(wiring), found);
      return sendMade(reply, { content, name: `Mẫu ${found.paper.name}`, as: "word" });
    },
  );
}

function fileRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/word-templates/:paper/versions/:version/file",
    {
      config: { scope: "read" },
      schema: { tags, summary: "A Word template as it is kept", params: versionParams, produces: [WORD] },
    },
    async (request, reply) => {
      const { organisation } = administrator(signedIn(request)).identity;
      const { attachments } = wiring;
      const kept = await versionOf(wiring, organisation, request.params);
      const content = await templateContent({ organisation, attachments }, kept);
      return sendMade(reply, { content, name: kept.name.replace(/\.docx$/i, ""), as: "word" });
    },
  );
}

function sampleRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/word-templates/:paper/versions/:version/sample",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "A Word template filled in, to be looked at",
        description:
          "With a complaint that could have been, or with one that is. Nothing is kept, and it gets no number.",
        params: versionParams,
        querystring: z.strictObject({
          as: z.enum(["pdf", "word"]).default("word").describe("`pdf`: where this machine has an office program."),
          complaintId: idParam.optional(),
        }),
        produces: [WORD, "application/pdf"],
      },
    },
    async (request, reply) => {
      const who = administrator(signedIn(request));
      const { organisation } = who.identity;
      const { attachments } = wiring;
      const { as, complaintId } = request.query;
      const found = paperInForce(wiring, organisation, request.params.paper);
      const kept = await versionOf(wiring, organisation, request.params);
      const template = await templateContent({ organisation, attachments }, kept);
      const maker = makerOf(wiring);
      const made =
        complaintId === undefined
          ? sampleOf(maker, found)
          : await madeOf(wiring, who, { paper: found.paper.id, complaintId });
      return sendMade(reply, { ...(await paperIn(template, { maker, made, as })), name: found.paper.name });
    },
  );
}

/** The paper of a complaint as it would be made now. Throws a problem where its file says nothing yet that it could say. */
async function madeOf(
  wiring: Wiring,
  who: SignedIn,
  { paper, complaintId }: { paper: string; complaintId: string },
): Promise<Filling> {
  const { organisation } = who.identity;
  const { attachments, pool } = wiring;
  const named = paperNamed({ paper }, await readComplaint(wiring, who, complaintId));
  if (!named) throw problem("no-such-item", { name: paper });
  const asked = { named, paperId: undefined, now: wiring.now() };
  const made = await readInside(pool, organisation, (connection) =>
    letterNamed(makerOf(wiring), asked, { connection, organisation, attachments }),
  );
  if (!made.ok) throw nothingToSay(named.paper);
  return made;
}

async function versionOf(
  { pool }: Wiring,
  organisation: string,
  { paper, version }: { paper: string; version: number },
): Promise<WordTemplate> {
  const kept = await readInside(pool, organisation, (connection) => wordTemplates(connection, organisation));
  const found = kept.find((each) => each.paper === paper && each.version === version);
  if (!found) throw problem("no-such-item", { name: `${paper} ${version}` });
  return found;
}
