import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderSVG } from "uqr";
import type { Letter, LetterPicture } from "./letter.ts";
import { typesetterFor } from "./typesetter.ts";

// A process of its own: setting a letter is work that no request waits behind, and its memory goes with it.

type Order = { id: number; letter: Letter; as: "pdf" | "svg" };

const folder = import.meta.dirname;
const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));
const fontPaths = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"].map((each) => join(fonts, each));
const { typesetter: compiler, standard } = typesetterFor({ workspace: folder, fontPaths });
compiler.addSource(join(folder, "letter.typ"), readFileSync(join(folder, "letter.typ"), "utf8"));

process.on("message", ({ id, letter, as }: Order) => {
  try {
    process.send?.({ id, content: as === "pdf" ? pdfOf(letter) : Buffer.from(svgOf(letter)) });
  } catch (error) {
    process.send?.({ id, failed: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());

function pdfOf(letter: Letter): Buffer {
  const { year, month, date } = letter.day;
  return set(letter, (document) =>
    // Of its day, not of this moment: the same letter is the same file.
    compiler.pdf(document, { pdfStandard: standard, creationTimestamp: Date.UTC(year, month - 1, date) / 1000 }),
  );
}

/** The first page as a picture, for whoever looks at the layout. */
function svgOf(letter: Letter): string {
  return set(letter, (document) => compiler.plainSvg(document));
}

/** The letter as its template reads it: pictures by the names of files, the code as a drawing. */
function withPictures(letter: Letter) {
  const signatories = letter.signatories.map((each, place) => ({ ...each, picture: pictureFile(each.picture, place) }));
  const { confirmation } = letter;
  const qr = confirmation === null ? null : renderSVG(confirmation.address, { ecc: "M", border: 0 });
  return { ...letter, signatories, qr };
}

function pictureFile(picture: LetterPicture | null, place: number): string | null {
  if (picture === null) return null;
  const name = `signature-${place}.${picture.type === "image/png" ? "png" : "jpg"}`;
  compiler.mapShadow(join(folder, name), Buffer.from(picture.base64, "base64"));
  return name;
}

function set<T>(letter: Letter, draw: (document: object) => T): T {
  compiler.mapShadow(join(folder, "letter.json"), Buffer.from(JSON.stringify(withPictures(letter)).normalize("NFC")));
  const compiled = compiler.compile({ mainFilePath: join(folder, "letter.typ") });
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeDiagnostics();
    throw new Error(
      `the letter was not set: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "no reason"}`,
    );
  }
  const drawn = draw(result);
  compiler.evictCache(0);
  return drawn;
}
