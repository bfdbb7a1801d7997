import type { Locator, Page } from "playwright-core";

/** What one form of a complaint's page is filled with; each by its label, or what its label begins with. */
export type Filled = {
  texts?: Record<string, string>;
  choices?: Record<string, string>;
  /** Each is affirmed. */
  checks?: string[];
  /** A document of this name is handed in. */
  document?: string;
  /** What cannot be taken back is asked once more, in these words. */
  lasting?: RegExp;
};

export function actionsOf(page: Page): Locator {
  return page.getByRole("region", { name: "Việc tiếp theo" });
}

export function formOf(page: Page): Locator {
  return page.locator("[role=dialog] form");
}

/** Opens the form of a way by the pack's own name. */
export async function open(page: Page, name: RegExp): Promise<Locator> {
  await actionsOf(page).getByRole("button", { name }).first().click();
  await formOf(page).waitFor();
  return formOf(page);
}

/** Opens the form of a verb that leads nowhere, found by a part of its name. */
export async function find(page: Page, typed: string, name: RegExp): Promise<Locator> {
  await actionsOf(page).getByLabel("Tìm thao tác").fill(typed);
  return open(page, name);
}

export async function fill(form: Locator, { texts = {}, choices = {}, checks = [], document }: Filled): Promise<void> {
  for (const [label, value] of Object.entries(texts)) await labelled(form, label).fill(value);
  for (const [label, value] of Object.entries(choices)) await choose(labelled(form, label), value);
  for (const label of checks) await form.getByLabel(label).check();
  if (document !== undefined) await attach(form, document);
}

/** A few short choices stand side by side, more are a list. */
async function choose(control: Locator, value: string): Promise<void> {
  if ((await control.getAttribute("role")) === "radiogroup") await control.getByLabel(value, { exact: true }).check();
  else await control.selectOption({ label: value });
}

/** Sends the open form, and waits until it is done and gone. */
export async function send(page: Page, lasting?: RegExp): Promise<void> {
  const form = formOf(page);
  await form.locator("button[type=submit]").click();
  if (lasting) {
    await form.getByText(lasting).waitFor();
    await form.locator("button[type=submit]").click();
  }
  await form.waitFor({ state: "detached" });
}

/** One move from its button to its end. */
export async function act(page: Page, name: RegExp, { lasting, ...filled }: Filled = {}): Promise<void> {
  await fill(await open(page, name), filled);
  await send(page, lasting);
}

/** A paper that was made and signed outside leaves as what was scanned. */
export async function issue(page: Page, paper: string, channel?: string): Promise<void> {
  const form = await find(page, "phat hanh", /Phát hành văn bản/);
  const choices = { "Giấy tờ": paper, ...(channel === undefined ? {} : { Kênh: channel }) };
  await fill(form, { choices, document: `${paper}.pdf` });
  await send(page, /Văn bản được đánh số và phát hành/);
}

export async function attach(form: Locator, name: string): Promise<void> {
  await handIn(form, name);
  await form.getByRole("button", { name: `Bỏ ${name}` }).waitFor();
}

/** A file on its way; `Bỏ` stands beside it when it has arrived. */
export async function handIn(form: Locator, name: string): Promise<void> {
  await form.getByText("Thêm chi tiết").click();
  const buffer = Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${name})>>endobj\ntrailer<<>>\n%%EOF\n`);
  await form.locator("input[type=file]").setInputFiles({ name, mimeType: "application/pdf", buffer });
}

export async function atStage(page: Page, name: string): Promise<void> {
  await page.locator("[aria-current=step]", { hasText: name }).first().waitFor();
}

/** Closes it, asked once more. */
export async function close(page: Page, name: RegExp): Promise<void> {
  await act(page, name, { lasting: /Muốn làm tiếp phải mở lại/ });
}

/** Puts the file away, asked once more. */
export async function archive(page: Page, name: RegExp): Promise<void> {
  await act(page, name, { lasting: /Hồ sơ được lưu/ });
}

/** A customer's six digits; the demonstration sends nothing: it shows them, and says so. */
export async function confirmByCode(main: Locator): Promise<void> {
  await main.getByRole("button", { name: "Gửi mã" }).click();
  const shown = main.getByText("Bản trình diễn không gửi tin nhắn.").locator("strong");
  await main.getByLabel("6 chữ số").fill((await shown.textContent()) ?? "");
  await main.getByRole("button", { name: "Xác nhận" }).click();
}

/** How each clock that has ended came out, in the words of the page, the latest first: `name: Đúng hạn`. */
export async function endedClocks(page: Page): Promise<string[]> {
  const clocks = page.getByRole("region", { name: "Thời hạn" });
  const ended = clocks.locator("details").filter({ hasText: "Đã kết thúc" });
  await ended.locator("summary").click();
  const lines = await ended.getByRole("listitem").allInnerTexts();
  return lines.map((line) => {
    const [outcome, name] = line.split("\n").filter((each) => each.trim() !== "");
    return `${name}: ${outcome}`;
  });
}

/** It happened so many minutes before now: both parts are Vietnam's, wherever the browser is. */
export async function happened(form: Locator, minutes: number): Promise<void> {
  const [day, time] = minutesAgo(minutes);
  await form.getByText("Thêm chi tiết").click();
  await form.getByLabel(/^Xảy ra lúc/).fill(`${time} ${day.split("-").toReversed().join("/")}`);
}

/** A day and a time in Vietnam. */
export function minutesAgo(minutes: number): [day: string, time: string] {
  const there = new Date(Date.now() - minutes * 60_000 + 7 * 3_600_000).toISOString();
  return [there.slice(0, 10), there.slice(11, 16)];
}

/** Whoever presses takes it on, without a form. */
export async function takeOn(page: Page, name: RegExp): Promise<void> {
  await actionsOf(page).getByRole("button", { name }).first().click();
}

/** Whoever opens the form names themselves in it. */
export async function giveToMe(page: Page, name: RegExp): Promise<void> {
  await (await open(page, name)).getByRole("button", { name: "Chọn tôi" }).click();
  await send(page);
}

/** Takes in what was typed into the intake's form, with a code for the customer, and opens the file. */
export async function takeIn(page: Page): Promise<{ number: string; code: string; path: string }> {
  await page.getByRole("button", { name: /^Tiếp nhận/ }).click();
  const number = await page.getByTestId("number").innerText();
  await page.getByRole("button", { name: "Cấp mã tra cứu" }).click();
  const code = await page
    .getByRole("article")
    .getByText(/^[a-z-]+(-[0-9A-Z]{4}){4}$/)
    .innerText();
  await page.getByRole("link", { name: "Mở hồ sơ" }).click();
  await page.waitForURL("**/khieu-nai/*");
  return { number, code, path: new URL(page.url()).pathname };
}

function labelled(form: Locator, label: string): Locator {
  return form.getByLabel(new RegExp(String.raw`^${label}( \(|$)`));
}
