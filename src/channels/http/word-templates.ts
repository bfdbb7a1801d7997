import { Readable } from "node:stream";
import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { personNames } from "../../access/person-names.ts";
import { WORD } from "../../documents/word/letter-in-word.ts";
import { templateChecked } from "../../documents/word/template-desk.ts";
import { readInside, writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { chooseWordTemplate, keepWordTemplate, VERSIONS_MAX, wordTemplates } from "../../store/word-templates.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { makerOf, paperInForce, papersInForce, sampleOf } from "./papers-in-force.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { receiveSmallFile } from "./receive-small-file.ts";
import { isOneLine, saysSomething } from "./typed-text.ts";
import { checkedSchema, fieldSchema, paperSchema, TEMPLATE_BYTES_MAX } from "./word-template-schema.ts";
import { fieldsShown } from "./word-template-fields.ts";
import { wordTemplateFileRoutes } from "./word-template-files.ts";
import { writeOnce } from "./write-once.ts";

const NAME_CHARS_MAX = 200;

/** `/word-templates`: an organisation's own Word files in place of the program's layout of its papers. */
export function wordTemplateRoutes(api: Api, wiring: Wiring): void {
  listRoute(api, wiring);
  uploadRoute(api, wiring);
  chooseRoute(api, wiring);
  wordTemplateFileRoutes(api, wiring);
}

const tags = ["organisation"];

function listRoute(api: Api, wiring: Wiring): void {
  api.get(
    "/word-templates",
    {
      config: { scope: "read" },
      schema: {
        tags,
        summary: "The papers of the packs in force with their Word templates, and the fields that a template may name",
        description: "For administrators.",
        response: {
          200: z.object({
            isSetAsPdf: z
              .boolean()
              .describe("False: without an office program, the filled Word file itself is issued."),
            bytesMax: z.int(),
            papers: z.array(paperSchema),
            fields: z.array(fieldSchema),
          }),
        },
      },
    },
    async (request) => {
      const { organisation } = administrator(signedIn(request)).identity;
      const maker = makerOf(wiring);
      const papers = await readInside(wiring.pool, organisation, (connection) =>
        shown(connection, organisation, wiring),
      );
      const samples = papersInForce(wiring, organisation).map((each) => sampleOf(maker, each));
      const fields = fieldsShown(samples);
      return { isSetAsPdf: maker.office !== undefined, bytesMax: TEMPLATE_BYTES_MAX, papers, fields };
    },
  );
}

function uploadRoute(api: Api, wiring: Wiring): void {
  api.post(
    "/word-templates/:paper/versions",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Hand in a Word template of a paper",
        description: `One .docx of at most ${TEMPLATE_BYTES_MAX} bytes as \`multipart/form-data\`. It is checked; with nothing wrong it is kept as the next version, which is not in use before somebody chooses it.`,
        params: z.object({ paper: idParam }),
        consumes: ["multipart/form-data"],
        response: { 200: checkedSchema },
      },
    },
    async (request) => {
      const who = administrator(signedIn(request));
      const found = paperInForce(wiring, who.identity.organisation, request.params.paper);
      const file = await receiveSmallFile(request, TEMPLATE_BYTES_MAX);
      const maker = makerOf(wiring);
      const { layout, to } = maker.textOf(found.edition, found.paper);
      const { numberedIn, signedBy } = found.paper;
      const isUnder = layout !== "letter";
      const { template, findings } = await templateChecked(file.content, {
        sample: sampleOf(maker, found),
        wanted: {
          isNumbered: numberedIn !== undefined,
          isSigned: signedBy.length > 0,
          isAddressed: !(isUnder && to === "nobody"),
        },
      });
      const isName = isOneLine(file.name) && saysSomething(file.name);
      const handed = { paper: found.paper.id, name: isName ? file.name.slice(0, NAME_CHARS_MAX) : "mau.docx" };
      return { findings, version: template && (await keep(wiring, who, { ...handed, template })) };
    },
  );
}

function chooseRoute(api: Api, wiring: Wiring): void {
  api.put(
    "/word-templates/:paper",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Make a paper in one of its Word templates from now on, or in the program's own layout again",
        description: "What is issued already stays as it is.",
        params: z.object({ paper: idParam }),
        headers: idempotencyHeaders,
        body: z.strictObject({ version: z.int().min(1).nullable() }),
        response: { 200: paperSchema },
      },
    },
    async (request, reply) => {
      const { identity, actor } = administrator(signedIn(request));
      const { organisation } = identity;
      const { paper } = request.params;
      const { version } = request.body;
      paperInForce(wiring, organisation, paper);
      return writeOnce(request, reply, wiring, async (connection) => {
        const isThere = await chooseWordTemplate(connection, organisation, { paper, version, by: refOf(actor) });
        if (!isThere) throw problem("no-such-item", { name: `${paper} ${version}` });
        const now = (await shown(connection, organisation, wiring)).find((each) => each.paper === paper);
        if (!now) throw problem("no-such-item", { name: paper });
        return { status: 200, body: now };
      });
    },
  );
}

/** Keeps a template that was checked, as the next version of its paper. */
async function keep(
  wiring: Wiring,
  { identity, actor }: SignedIn,
  { paper, name, template }: { paper: string; name: string; template: Buffer },
): Promise<number> {
  const { organisation, personId } = identity;
  const { sha256, bytes } = await keepContent(wiring, {
    organisation,
    content: Readable.from([template]),
    type: WORD,
    bytesMax: 2 * TEMPLATE_BYTES_MAX,
    by: { kind: actor.kind, personId },
  });
  const version = await writeInside(wiring.pool, organisation, (connection) =>
    keepWordTemplate(connection, organisation, { paper, name, sha256, bytes, personId, by: refOf(actor) }),
  );
  if (version === undefined) throw problem("too-many-word-templates", { max: VERSIONS_MAX });
  return version;
}

async function shown(connection: Connection, organisation: string, wiring: Wiring) {
  const kept = await wordTemplates(connection, organisation);
  const names = await personNames(
    connection,
    organisation,
    kept.map(({ uploadedBy }) => uploadedBy),
  );
  return papersInForce(wiring, organisation).map(({ paper: { id, name, kind, numberedIn } }) => {
    const versions = kept
      .filter(({ paper }) => paper === id)
      .map(({ paper: _paper, ...each }) => ({ ...each, uploadedBy: names.get(each.uploadedBy) ?? each.uploadedBy }));
    const versionOn = versions.find(({ isOn }) => isOn)?.version ?? null;
    return { paper: id, name, kind, isNumbered: numberedIn !== undefined, versionOn, versions };
  });
}
