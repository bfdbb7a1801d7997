import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

// WCAG 2.2 AA, and what axe holds for good practice.
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  { colorScheme: "light", language: "vi" },
  { colorScheme: "dark", language: "vi" },
  { colorScheme: "light", language: "en" },
  { colorScheme: "dark", language: "en" },
] as const;
/** Which pages, by who opens them; null: anybody. */
const PAGES: [who: string | null, paths: string[]][] = [
  [null, ["/dang-nhap", "/gui/vntt", "/gui/kplus", "/tra-cuu", "/xac-nhan", "/quy-trinh-cong-khai/kplus"]],
  [
    "lan@vntt",
    [
      "/viec",
      "/tiep-nhan",
      "/khieu-nai/vntt-cut-cable-2",
      "/thu-den",
      "/phoi-hop",
      "/tong-quan",
      "/quy-trinh",
      "/thong-bao",
      "/phieu-giay",
      "/cong-van-den",
      "/dien-thoai",
      "/mau-cau",
      "/loi-thu",
    ],
  ],
  ["nga@vntt", ["/cong-van-di"]],
  ["quan@vntt", ["/trinh-duyet"]],
  [
    "tuan@vntt",
    [
      ...["people", "organisation", "calendar", "channels", "templates", "tokens", "customers", "log"].map(
        (part) => `/quan-tri?part=${part}`,
      ),
      "/mat-khau",
    ],
  ],
];

describe("the pages are for everybody", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  for (const { colorScheme, language } of LOOKS) {
    it(`axe finds nothing, ${colorScheme}, ${language}`, async () => {
      for (const [who, paths] of PAGES) {
        const { page, context } = await pages.visit(who, { colorScheme });
        await context.addInitScript(`localStorage.setItem("language", "${language}")`);
        for (const path of paths) {
          await page.goto(path);
          await page.getByRole("heading", { level: 1 }).waitFor();
          assert.deepEqual(await violationsOf(page), [], path);
        }
        await context.close();
      }
    });
  }
});

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(" ")}`);
}
