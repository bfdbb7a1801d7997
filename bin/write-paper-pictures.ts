// `node bin/write-paper-pictures.ts`: draws every paper of every published procedure, about the complaints of its worked examples, as
// docs/papers/<organisation>-<paper>.webp, and lists them in docs/papers.md. Look at them after a change of letter.typ or of a text.
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import type { ComplaintEvent } from "../src/complaint/events/event.ts";
import { letterOfPaper, type PaperAsked } from "../src/documents/letter-of-paper.ts";
import { letterPress } from "../src/documents/letter-press.ts";
import type { Letter } from "../src/documents/letter.ts";
import { readExamples, type Example } from "../src/examples/examples-file.ts";
import { playExample } from "../src/examples/play-example.ts";
import { calendarsFor, editionFor } from "../src/examples/run-examples.ts";
import { loadVietnameseCalendar } from "../src/procedure/load/calendars.ts";
import { loadLetterTexts } from "../src/procedure/load/letter-texts.ts";
import { loadPackFile } from "../src/procedure/load/load-editions.ts";
import type { Edition } from "../src/procedure/pure/edition/edition.ts";
import type { Paper } from "../src/procedure/pure/edition/papers.ts";
import { paperAsked } from "../tests/support/paper-file.ts";

const project = join(import.meta.dirname, "..");
const procedures = join(project, "procedures");
const folder = join(project, "docs", "papers");
const WIDTH_PX = 620;

const calendars = calendarsFor(loadVietnameseCalendar());
const press = letterPress();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const sections: string[] = [];
for (const file of globSync("*/*/*.examples.yaml", { cwd: procedures }).toSorted()) {
  const { loaded } = loadPackFile(join(procedures, file.replace(".examples.yaml", ".yaml")), [procedures]);
  const editions = loaded.map(({ edition }) => edition);
  const latest = editions
    .toSorted((one, other) => one.ref.lawEffectiveOn.localeCompare(other.ref.lawEffectiveOn))
    .at(-1);
  const read = readExamples(join(procedures, file));
  if (!latest || !read.ok) throw new Error(`${file} does not load`);
  if (latest.papers.length === 0) continue;
  const found = papersIn(read.read.examples, editions);
  const lines: string[] = [];
  for (const paper of latest.papers) {
    const { letter, example } = found.get(paper.id) ?? made(paper, latest);
    const name = `${latest.ref.organisation}-${paper.id}.webp`;
    await draw(letter, join(folder, name));
    lines.push(`### ${paper.name}\n\n${example}\n\n![${paper.name}](papers/${name})\n`);
  }
  sections.push(`## ${latest.organisation.name}\n\n${lines.join("\n")}`);
}
press.close();
writeFileSync(
  join(project, "docs", "papers.md"),
  `# Papers of the published procedures\n\nWritten by \`node bin/write-paper-pictures.ts\`: each paper as the program sets it, about a complaint of the worked examples, under the law of the day.\n\n${sections.join("\n")}`,
);

type Found = { letter: Letter; example: string };

/** Each paper at the step of an example at which it was issued, else where an example first has what it says. */
function papersIn(examples: readonly Example[], editions: readonly Edition[]): Map<string, Found> {
  const [issued, sayable] = [new Map<string, Found>(), new Map<string, Found>()];
  for (const example of examples) {
    const edition = editionFor(example, editions);
    if (!edition) continue;
    const events: ComplaintEvent[] = [];
    for (const { fired, events: own, complaint, at } of playExample(example, {
      edition,
      calendars: calendars(edition),
    })) {
      events.push(...fired, ...own);
      if (!complaint) continue;
      const leaving = own.flatMap((event) => (event.type === "PaperIssued" ? [event.data.paper] : []));
      for (const paper of edition.papers) {
        const target = leaving.includes(paper.id) ? issued : sayable;
        if (target.has(paper.id)) continue;
        const letter = letterOf({ paper, edition, complaint, events: [...events], now: at });
        if (letter) target.set(paper.id, { letter, example: `_${example.name}_` });
      }
    }
  }
  return new Map([...sayable, ...issued]);
}

function letterOf(file: Pick<PaperAsked, "paper" | "edition" | "complaint" | "events" | "now">): Letter | undefined {
  const { paper, edition, events } = file;
  const ids = events.flatMap(({ actor }) => (actor.kind === "person" ? [actor.personId] : []));
  const names = new Map(ids.map((id) => [id, id.includes("@") ? "Trần Thị Lan" : `Trần ${id}`]));
  const result = letterOfPaper(
    {
      ...file,
      names,
      letterNumber: paper.numberedIn === undefined ? null : `7/${file.now.slice(0, 4)}`,
      text: null,
      signatures: signersOf(paper).map((by) => ({
        by,
        name: by === "customer" ? (file.complaint.customer.name ?? null) : "Trần Thị Lan",
      })),
      isPreview: false,
    },
    loadLetterTexts()(edition),
  );
  return result.ok ? result.letter : undefined;
}

/** Where the pack names nobody, whoever made it. */
function signersOf({ signedBy }: Paper): readonly string[] {
  return signedBy.length > 0 ? signedBy : ["maker"];
}

/** No example comes to this paper: the file that specs read papers by does. */
function made(paper: Paper, edition: Edition): Found {
  const letter = letterOf(paperAsked(edition, paper));
  if (!letter) throw new Error(`${edition.ref.organisation}: nothing to say on ${paper.id}`);
  return { letter, example: "_Hồ sơ mẫu_" };
}

async function draw(letter: Letter, file: string): Promise<void> {
  const svg = await press.svg(letter);
  await sharp(svg, { density: 110, limitInputPixels: 100_000_000 })
    .flatten({ background: "#fff" })
    .resize({ width: WIDTH_PX })
    .greyscale()
    .webp({ quality: 45, effort: 6 })
    .toFile(file);
}
