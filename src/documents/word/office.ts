import { spawn } from "node:child_process";
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { LetterNotSet } from "../letter-press.ts";
import { asXml } from "./core-properties.ts";

/** An office program of this machine, which sets Word files. */
export type Office = {
  /** A Word file as PDF/A-2b with its structure. Rejects with `LetterNotSet`. */
  pdf(word: Buffer): Promise<Buffer>;
};

const WAIT_MS_MAX = 60_000;
/** Waiting and under way: beyond that, whoever asks is told so instead of waiting for minutes. */
const ORDERS_MAX = 20;

/** Where LibreOffice is put by the systems it comes with. */
const usualPlaces = [
  "/usr/bin/soffice",
  "/usr/local/bin/soffice",
  "/usr/lib/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
];

/** The path of an office program: the one that is configured, else one at a usual place; undefined where there is none. */
export async function officeOn(configured: string | undefined): Promise<string | undefined> {
  for (const path of configured === undefined ? usualPlaces : [configured]) if (await runs(path)) return path;
  return undefined;
}

/** LibreOffice at a path, one document after the other, each in a process and with a profile of its own. */
export function libreOffice(path: string, { waitMsMax = WAIT_MS_MAX }: { waitMsMax?: number } = {}): Office {
  let orders = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async pdf(word) {
      if (orders >= ORDERS_MAX) throw new LetterNotSet("too many papers wait to be set");
      orders += 1;
      const done = last.then(() => converted(path, word, waitMsMax)).finally(() => (orders -= 1));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

async function converted(path: string, word: Buffer, waitMsMax: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "hoiam-word-"));
  try {
    await writeFile(join(folder, "fonts.conf"), OWN_FONTS);
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), FETCHES_NOTHING);
    await writeFile(join(folder, "letter.docx"), word, { mode: 0o600 });
    await run(path, folder, waitMsMax);
    return await readFile(join(folder, "letter.pdf"));
  } catch (error) {
    throw new LetterNotSet(error instanceof Error ? error.message : String(error));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const tinos = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/tinos/package.json"));

/**
 * The fonts of the machine and Tinos, which our own layout is set in: it has the widths of Times New Roman and stands in for it where
 * that is not there. Liberation Serif, which otherwise would, has not every letter of Vietnamese.
 */
const OWN_FONTS =
  '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
  `<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${asXml(tinos)}</dir>` +
  "<selectfont><rejectfont><pattern>" +
  '<patelt name="family"><string>Liberation Serif</string></patelt>' +
  "</pattern></rejectfont></selectfont></fontconfig>";

const setTo = (path: string, name: string, value: string) =>
  `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/** Whatever a Word file names elsewhere stays there, should one slip by that is refused where templates are handed in. */
const FETCHES_NOTHING =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  setTo("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true") +
  setTo("Common/Security/Scripting", "DisableMacrosExecution", "true") +
  setTo("Writer/Content/Update", "Link", "0") +
  "</oor:items>";

const PDF_A_2B = { SelectPdfVersion: { type: "long", value: "2" }, UseTaggedPDF: { type: "boolean", value: "true" } };

function run(path: string, folder: string, waitMsMax: number): Promise<void> {
  const asked = [
    `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
    "--convert-to",
    `pdf:writer_pdf_Export:${JSON.stringify(PDF_A_2B)}`,
    "--outdir",
    folder,
    join(folder, "letter.docx"),
  ];
  return new Promise((settle, fail) => {
    const isGroup = process.platform !== "win32";
    const child = spawn(path, asked, {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      // Its program starts another one, which has to end with it.
      detached: isGroup,
      // It needs nothing of what this process is configured with, secrets least of all.
      env: {
        HOME: folder,
        TMPDIR: folder,
        LANG: "C.UTF-8",
        FONTCONFIG_FILE: join(folder, "fonts.conf"),
        PATH: "/usr/local/bin:/usr/bin:/bin",
      },
    });
    const stop = () => {
      if (isGroup && child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      else child.kill("SIGKILL");
    };
    const timer = setTimeout(stop, waitMsMax);
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-500)));
    child.once("error", (error) => {
      clearTimeout(timer);
      fail(error);
    });
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0) settle();
      else fail(new Error(`the office program ended with ${signal ?? code}: ${said.trim()}`));
    });
  });
}

async function runs(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
