import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { chromiumPath } from "../tests/support/browser.ts";
import { figure, measuredOf, type Measured } from "./measures.ts";
import { openPagesBench, reader } from "./pages-database.ts";
import { keepResults, type ResultRow } from "./results.ts";

const ROWS = 1_000_000;
/** How often each is done: more than a few, so that the slowest of twenty means something. */
const RUNS = 100;
/** Visits before those that count: a server that runs all day has its caches filled, and its own program compiled. */
const WARM_VISITS = 5;
/** How long somebody looks at a row before Enter: the complaint is read meanwhile. */
const LOOKED_AT_MS = 400;
const QUEUE_MS_MAX = 1000;
const OPEN_MS_MAX = 150;

/** The work queue and opening a complaint from it, in a browser, over a million complaints. */
export async function benchPages({ size = ROWS, runs = RUNS }: { size?: number; runs?: number } = {}): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    console.log("pages: there is no Chromium here, so nothing is measured (HOIAM_CHROMIUM names one)");
    return;
  }
  const bench = await openPagesBench({ size, real: 2 * runs + 20 });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    const { address } = bench.program;
    const first = await queueVisits(browser, address, { visits: runs, isFirst: true });
    const again = await queueVisits(browser, address, { visits: runs, isFirst: false });
    const { looked, unlooked, typed } = await opened(browser, address, runs);
    keep({ size, runs }, { first, again, looked, unlooked, typed });
  } finally {
    await browser.close();
    await bench.stop();
  }
}

async function signedIn(browser: Browser, address: string): Promise<BrowserContext> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: address, viewport, locale: "vi-VN" });
  const answer = await context.request.post("/api/v1/session", { data: reader });
  if (!answer.ok()) throw new Error(`nobody can sign in: ${await answer.text()}`);
  return context;
}

/** From the address to a row that has the focus because j was pressed. */
async function queueVisits(
  browser: Browser,
  address: string,
  { visits, isFirst }: { visits: number; isFirst: boolean },
): Promise<Measured> {
  const timesMs: number[] = [];
  const began = performance.now();
  let context = await signedIn(browser, address);
  for (let visit = -WARM_VISITS; visit < visits; visit += 1) {
    if (isFirst) {
      await context.close();
      context = await signedIn(browser, address);
    }
    const page = await context.newPage();
    const sent = performance.now();
    await page.goto("/viec?queue=all", { waitUntil: "commit" });
    await page.locator("[role=row][id]").first().waitFor();
    await page.keyboard.press("j");
    await page.locator("[role=row]:focus").waitFor();
    if (visit >= 0) timesMs.push(performance.now() - sent);
    // Who comes again has the pages at hand, as somebody who stayed for a while.
    if (!isFirst && visit === -WARM_VISITS) await untilKept(page);
    await page.close();
  }
  await context.close();
  return told(isFirst ? "queue, first visit" : "queue, again", timesMs, began);
}

/** Until the pages are kept in the browser, which they are some seconds after they were loaded. */
async function untilKept(page: Page): Promise<void> {
  while (!(await page.evaluate<boolean>("caches.match('/').then((kept) => kept !== undefined)"))) {
    await page.waitForTimeout(100);
  }
}

async function opened(browser: Browser, address: string, runs: number) {
  const context = await signedIn(browser, address);
  const page = await context.newPage();
  await page.goto("/viec?queue=all");
  await page.locator("[role=row][id]").first().waitFor();
  await openRow(page, { place: 0, lookedAtMs: LOOKED_AT_MS });
  const looked = await openEach(page, { from: 1, runs, lookedAtMs: LOOKED_AT_MS });
  const unlooked = await openEach(page, { from: 1 + runs, runs, lookedAtMs: 0 });
  const typed = await searches(page, Math.ceil(runs / 4));
  await context.close();
  return { looked, unlooked, typed };
}

async function openEach(
  page: Page,
  { from, runs, lookedAtMs }: { from: number; runs: number; lookedAtMs: number },
): Promise<Measured> {
  const timesMs: number[] = [];
  const began = performance.now();
  for (let place = from; place < from + runs; place += 1) timesMs.push(await openRow(page, { place, lookedAtMs }));
  return told(lookedAtMs > 0 ? "opened, looked at before" : "opened at once", timesMs, began);
}

/** In the browser's own time, from the click to the frame in which the complaint's heading is drawn. */
async function openRow(page: Page, { place, lookedAtMs }: { place: number; lookedAtMs: number }): Promise<number> {
  const ms = await page.evaluate<number>(`(${OPEN_AND_MEASURE})(${JSON.stringify([place, lookedAtMs])})`);
  await page.goBack();
  await page.locator("[role=row][id]").first().waitFor();
  return ms;
}

/** Runs in the page, which has no types here. */
const OPEN_AND_MEASURE = `async ([place, lookedAtMs]) => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const rowAt = () => document.querySelector('[role=row][aria-rowindex="' + (place + 2) + '"][id]');
  const list = document.querySelector('[data-scroll-restoration-id]');
  for (let tries = 0; !rowAt(); tries += 1) {
    if (tries > 200) throw new Error("no row " + place);
    list.scrollTop = place * 56 - 200;
    await wait(20);
  }
  const row = rowAt();
  if (lookedAtMs > 0) {
    row.focus();
    await wait(lookedAtMs);
  }
  const link = row.querySelector("a");
  const number = link.textContent.trim();
  const began = performance.now();
  link.click();
  return new Promise((resolve, reject) => {
    const look = () => {
      const isThere = document.querySelector("h1")?.textContent.includes(number) && !document.querySelector("[role=grid]");
      if (performance.now() - began > 20_000) reject(new Error("not opened: " + number));
      // The frame after the one in which it stands is the one that shows it.
      else if (isThere) requestAnimationFrame(() => resolve(performance.now() - began));
      else requestAnimationFrame(look);
    };
    look();
  });
}`;

/** From the last digit of a number to its row, alone in the list. */
async function searches(page: Page, turns: number): Promise<Measured> {
  const timesMs: number[] = [];
  const began = performance.now();
  const rows = page.locator("[role=row][id]");
  for (let turn = 0; turn < turns; turn += 1) {
    const number = /KN-\d+-\d+/.exec((await rows.nth(turn % 10).textContent()) ?? "")?.[0] ?? "";
    await page.keyboard.press("/");
    await page.keyboard.type(number.slice(0, -1));
    await page.waitForTimeout(LOOKED_AT_MS);
    const sent = performance.now();
    await page.keyboard.type(number.slice(-1));
    await rows.filter({ hasText: number }).waitFor();
    await rows.nth(1).waitFor({ state: "detached" });
    timesMs.push(performance.now() - sent);
    await page.keyboard.press("Escape");
    await rows.nth(10).waitFor();
  }
  return told("search while typing", timesMs, began);
}

function told(what: string, timesMs: readonly number[], began: number): Measured {
  const measured = measuredOf(timesMs, performance.now() - began);
  console.log(`${what}: p50 ${figure(measured.p50)} p95 ${figure(measured.p95)} ms`);
  return measured;
}

type Results = Record<"first" | "again" | "looked" | "unlooked" | "typed", Measured>;

function keep(
  { size, runs }: { size: number; runs: number },
  { first, again, looked, unlooked, typed }: Results,
): void {
  const row = (what: string, { p50, p95 }: Measured, msMax?: number): ResultRow => ({
    what,
    measured: `p50 ${figure(p50)}, p95 ${figure(p95)} ms`,
    ...(msMax === undefined ? {} : { target: `p95 ≤ ${msMax} ms`, reached: p95 <= msMax }),
  });
  keepResults("pages", {
    rows: [
      row("work queue interactive, nothing in the browser's cache", first, QUEUE_MS_MAX),
      row("work queue interactive, pages in the browser's cache", again, QUEUE_MS_MAX),
      row("complaint opened, after its row was looked at", looked, OPEN_MS_MAX),
      row("complaint opened at once, nothing read ahead", unlooked, OPEN_MS_MAX),
      row("a complaint found by its number, from the last digit typed", typed),
    ],
    notes: [
      `At ${size.toLocaleString("en")} complaints of one organisation, one in twenty open, in Chromium without a window at 1440 × 900; browser, server and database share the machine.`,
      `Interactive: from the address to a row that has the focus because j was pressed; ${runs} visits each, after ${WARM_VISITS} that fill the server's caches. Those with nothing in the cache each have a browser profile of their own.`,
      `Opened: in the page, from the click to the frame that shows the complaint; ${runs} each. Looked at: the row had the focus for ${LOOKED_AT_MS} ms.`,
      "A search waits for 160 ms of rest in the typing, which is counted.",
    ],
  });
}

if (import.meta.main) await benchPages();
