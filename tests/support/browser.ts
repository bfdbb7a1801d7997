import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { DEMO_PASSWORD } from "../../src/demo/seed-demo.ts";
import { temporaryFolder } from "../start/folder.ts";
import { freePort, startProgram } from "../start/program.ts";
import { openTestDatabase } from "./database.ts";

const ENDS_MS_MAX = 8 * 60_000;
/** How long a journey waits for what a person would wait for: the machine may be busy. */
const PATIENCE_MS = 20_000;
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/** A customer's telephone, the smallest that the pages are made for. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** The program with its demonstration, on a database of its own, and a real browser to visit it with. */
export type Pages = {
  url: string;
  /** A browser window of its own, signed in as somebody of the demonstration (`lan@vntt`), or as nobody: a customer. */
  visit(who: string | null, options?: BrowserContextOptions): Promise<Visit>;
  close(): Promise<void>;
};

export type Visit = { page: Page; context: BrowserContext };

/** Where a Chromium is; undefined: there is none. `HOIAM_CHROMIUM` names one elsewhere. */
export function chromiumPath(): string | undefined {
  const named = process.env["HOIAM_CHROMIUM"];
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path));
}

/** Why the specs with a browser are left out on a machine without one; false: they run. Where CI asks, they run or fail. */
export function withoutBrowser(): string | false {
  if (chromiumPath() !== undefined || process.env["CI"]) return false;
  return "no Chromium: apt-get install chromium, or name one in HOIAM_CHROMIUM";
}

/** Starts everything. A failed page leaves a picture in the temporary folder by `pictureOf`. */
export async function openPages(): Promise<Pages> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no Chromium: apt-get install chromium");
  const database = await openTestDatabase();
  const folder = temporaryFolder();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    DATABASE_URL: database.url,
    HOIAM_DATA: join(folder.path, "data"),
    HOIAM_DEMO: "on",
    PORT: String(port),
    LOG_LEVEL: "silent",
  };
  const program = startProgram(settings, { endMsMax: ENDS_MS_MAX });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  // A browser that nobody closes keeps a spec from ending.
  await program.ready.catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  return {
    url,
    visit: (who, options) => visit(browser, url, { who, options }),
    close: async () => {
      await browser.close();
      program.kill("SIGINT");
      await program.ended;
      await database.close();
      folder.remove();
    },
  };
}

async function visit(
  browser: Browser,
  url: string,
  { who, options = {} }: { who: string | null; options?: BrowserContextOptions | undefined },
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  if (who !== null) {
    const data = { signInName: who, password: DEMO_PASSWORD };
    const answer = await context.request.post("/api/v1/session", { data });
    if (!answer.ok()) throw new Error(`${who} cannot sign in: ${await answer.text()}`);
  }
  return { context, page: await context.newPage() };
}

/** A picture of the page as it is, for whoever looks into a failure. */
export async function pictureOf(page: Page, name: string): Promise<string> {
  const folder = join(tmpdir(), "hoiam-pictures");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  return path;
}
