import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { openPages, withoutBrowser, type Pages } from "../support/browser.ts";

const staff = `ho_ten;ten_dang_nhap;email;bo_phan;vai_tro
Lê Thị Lụa;lua;lua@vntt.example;CSKH;NV. CSKH
Trần Văn Sai;sai;;Phòng Ma;clerk
`;

describe("administration", { skip: withoutBrowser() }, () => {
  let pages: Pages;
  let tuan: Page;
  let context: BrowserContext;
  before(async () => {
    pages = await openPages();
    ({ page: tuan, context } = await pages.visit("tuan@vntt"));
  });
  after(() => pages.close());

  const open = async (part: string) => {
    await tuan.goto(`/quan-tri?part=${part}`);
    await tuan.getByRole("heading", { level: 1, name: "Quản trị" }).waitFor();
  };
  const dialog = (name: string | RegExp) => tuan.getByRole("dialog", { name });
  const facts = async () => {
    const answer = await context.request.get("/api/v1/organisation-log?limit=1000");
    const body = (await answer.json()) as { facts: { type: string; data: Record<string, unknown> }[] };
    return body.facts;
  };

  it("adds somebody, whose one-time password is shown once, and gives them a role", async () => {
    await open("people");
    await tuan.getByRole("button", { name: "Thêm người" }).click();
    const form = dialog("Thêm người");
    await form.getByLabel("Họ tên").fill("Ngô Thị Mới");
    await form.getByLabel("Tên đăng nhập").fill("moi");
    await form.getByRole("button", { name: "Lưu" }).click();
    const password = await form.locator("code").innerText();
    await form.getByRole("button", { name: "Giao vai trò" }).click();
    const person = dialog("Ngô Thị Mới");
    await person.getByLabel("Vai trò").selectOption("clerk");
    await person.getByLabel("Bộ phận").selectOption({ label: "CSKH" });
    await person.getByRole("button", { name: "Giao vai trò" }).click();
    await person.getByRole("listitem").getByText("NV. CSKH").waitFor();
    const last = (await facts()).at(-1);
    assert.deepEqual(
      [last?.type, last?.data["personId"], last?.data["role"], last?.data["unit"]],
      ["RoleGiven", "moi", "clerk", "cskh"],
    );

    const { page, context: theirs } = await pages.visit(null);
    await page.goto("/viec");
    await page.getByLabel("Tên đăng nhập").fill("moi@vntt");
    await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await page.waitForURL("**/mat-khau");
    await page.goto("/viec");
    await page.waitForURL("**/mat-khau");
    await page.getByLabel("Mật khẩu dùng một lần").fill(password);
    await page.getByLabel("Mật khẩu mới").fill("của riêng tôi thôi");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await page.waitForURL("**/viec*");
    await page.goto("/thong-bao");
    await page.getByText("Cao Minh Tuấn đã đặt mật khẩu dùng một lần cho bạn.").waitFor();
    await theirs.close();
  });

  it("takes a list of staff over: what each line would do, what is wrong with one, and nothing the second time", async () => {
    await open("people");
    const file = { name: "nhan-su.csv", mimeType: "text/csv", buffer: Buffer.from(staff) };
    await tuan.getByRole("button", { name: "Nhập danh sách từ tệp" }).click();
    const list = dialog("Nhập danh sách từ tệp");
    await list.getByLabel("Chọn tệp CSV").setInputFiles(file);
    await list.getByText("Sẽ thêm 1, sửa 0, giữ nguyên 0; từ chối 1 dòng.").waitFor();
    await list.getByText("Giao vai trò: NV. CSKH").waitFor();
    await list.getByText(/Cột bo_phan: Không có bộ phận «Phòng Ma»\. Dùng một trong: /).waitFor();
    await list.getByRole("button", { name: "Nhập: thêm 1, sửa 0" }).click();
    await list.getByText("Đã thêm 1, sửa 0, giữ nguyên 0; từ chối 1 dòng.").waitFor();
    assert.match(await list.locator("code").innerText(), /^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    await list.getByRole("button", { name: "Đóng" }).last().click();
    await tuan.getByRole("button", { name: /^Lê Thị Lụa/ }).waitFor();
    await tuan.getByRole("button", { name: "Nhập danh sách từ tệp" }).click();
    await list.getByLabel("Chọn tệp CSV").setInputFiles(file);
    await list.getByText("Sẽ thêm 0, sửa 0, giữ nguyên 1; từ chối 1 dòng.").waitFor();
  });

  it("makes a token, which names whose it is, and revokes it", async () => {
    await open("tokens");
    await tuan.getByLabel("Dùng cho").fill("Báo cáo đêm");
    await tuan.getByRole("button", { name: "Tạo mã truy cập" }).click();
    await tuan.getByText("Chép mã này ngay. Nó không hiện lại.").waitFor();
    const row = tuan.getByRole("listitem").filter({ hasText: "Báo cáo đêm" });
    await row.getByText("của Cao Minh Tuấn").waitFor();
    await row.getByRole("button", { name: "Thu hồi" }).click();
    await row.getByText("Đã thu hồi").waitFor();
  });

  it("adds a day off that came late, sees which terms move, and takes it back: they move back", async () => {
    const headers = { origin: pages.url };
    const data = { channel: "phone", kind: "incident", content: "Mất mạng từ sáng." };
    const lan = await pages.visit("lan@vntt");
    const taken = await lan.context.request.post("/api/v1/complaints", { data, headers });
    const { complaintId, number } = (await taken.json()) as { complaintId: string; number: string };
    const promised = async () => {
      const answer = await lan.context.request.get(`/api/v1/complaints/${complaintId}`);
      const { clocks } = (await answer.json()) as { clocks: { rule: string; dueOn: string; dueAt: string }[] };
      return clocks.find(({ rule }) => rule === "reply-2wd") ?? assert.fail();
    };
    const before = await promised();

    await open("calendar");
    await tuan.getByRole("button", { name: "Thêm ngày nghỉ hoặc ngày làm" }).click();
    const change = dialog("Thêm ngày nghỉ hoặc ngày làm");
    await change.getByLabel("Ngày", { exact: true }).fill(before.dueOn);
    await change.getByLabel("Lý do, số thông báo").fill("Nghỉ bão, thông báo 12");
    await change.getByRole("button", { name: "Xem thời hạn nào đổi" }).click();
    await change.getByRole("listitem").filter({ hasText: number }).waitFor();
    assert.equal((await promised()).dueAt, before.dueAt);
    await change.getByRole("button", { name: "Áp dụng" }).click();
    await change.waitFor({ state: "detached" });
    assert.ok((await promised()).dueAt > before.dueAt);

    await tuan.getByRole("button", { name: /^Bỏ ngày này/ }).click();
    const removal = dialog("Bỏ ngày này");
    await removal.getByLabel("Lý do bỏ").fill("Thông báo đã rút");
    await removal.getByRole("button", { name: "Xem thời hạn nào đổi" }).click();
    await removal.getByRole("listitem").filter({ hasText: number }).waitFor();
    await removal.getByRole("button", { name: "Áp dụng" }).click();
    await removal.waitFor({ state: "detached" });
    assert.equal((await promised()).dueAt, before.dueAt);
    await tuan.getByText("Chưa thêm ngày nào.").waitFor();
    assert.deepEqual(
      (await facts()).filter(({ type }) => type === "CalendarChanged").map(({ data: noted }) => noted["change"]),
      ["added", "taken-back"],
    );
    await lan.context.close();
  });

  it("says of a holiday of the nation that it is not taken out here", async () => {
    await open("calendar");
    await tuan
      .getByRole("button", { name: /Quốc khánh/ })
      .first()
      .click();
    await dialog("Thêm ngày nghỉ hoặc ngày làm")
      .getByText(/nằm trong lịch nghỉ của Nhà nước, không bỏ ở đây được/)
      .waitFor();
  });

  it("closes a channel: intake and the customers' page say so, until it is open again", async () => {
    await open("channels");
    await tuan.getByRole("button", { name: /^Tạm đóng: Biểu mẫu trên trang mạng/ }).click();
    const closing = dialog(/^Tạm đóng kênh Biểu mẫu/);
    await closing.getByRole("button", { name: "Tạm đóng" }).click();
    await closing.getByText("Điền mục này.").waitFor();
    await closing.getByLabel("Lý do").fill("đang bảo trì đến 30/11");
    await closing.getByRole("button", { name: "Tạm đóng" }).click();
    await tuan.getByText(/^đang bảo trì đến 30\/11 \(Cao Minh Tuấn, từ /).waitFor();

    const customer = await pages.visit(null);
    await customer.page.goto("/gui/vntt");
    await customer.page.getByText(/đang tạm đóng \(đang bảo trì đến 30\/11\)\. Thay vào đó: Điện thoại/).waitFor();
    const lan = await pages.visit("lan@vntt");
    await lan.page.goto("/tiep-nhan");
    await lan.page.getByLabel("Đến bằng").selectOption({ label: "Biểu mẫu trên trang mạng (nguồn khác) (tạm đóng)" });
    await lan.page.getByText(/^Kênh này đang tạm đóng: đang bảo trì đến 30\/11\./).waitFor();
    await lan.context.close();

    await tuan.getByRole("button", { name: /^Mở lại: Biểu mẫu/ }).click();
    await tuan.getByRole("button", { name: /^Tạm đóng: Biểu mẫu trên trang mạng/ }).waitFor();
    await customer.page.reload();
    await customer.page
      .getByRole("button", { name: /Bắt đầu|Gửi khiếu nại/ })
      .first()
      .waitFor();
    await customer.context.close();
  });

  it("tells who the organisation is, and what is changed where", async () => {
    await open("organisation");
    await tuan.getByText("VNTT, thành viên Becamex IDC").waitFor();
    await tuan.getByRole("link", { name: "Mở và tạm đóng kênh" }).click();
    await tuan.waitForURL("**/quan-tri?part=channels");
    await open("log");
    await tuan.getByText("bỏ ngày đã thêm").waitFor();
    await tuan.getByText(/^Lê Thị Lụa · NV\. CSKH/).waitFor();
  });
});
