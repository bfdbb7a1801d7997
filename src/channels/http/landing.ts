import type { Api } from "./api.ts";
import { htmlPage, htmlText } from "./html-page.ts";

/** Who may sign in to look around a demonstration. Everybody has the same password, which is no secret. */
export type Accounts = {
  password: string;
  providers: {
    organisation: string;
    name: string;
    people: { signInName: string; name: string; /** In the provider's words. */ does: string }[];
  }[];
};

/** `/` says what this is and where to go on; in a demonstration, also as whom. */
export function landingRoutes(api: Api, { accounts }: { accounts: Accounts | undefined }): void {
  const body = `<h1>Hồi Âm</h1>
<p>Hồi Âm thực hiện đúng quy trình giải quyết khiếu nại của nhà cung cấp, từ cuộc gọi đầu tiên đến khi lưu hồ sơ,
và chứng minh từng cam kết thời hạn đã được giữ.</p>
<ul>
<li><a href="/api/docs">Tài liệu API</a> (OpenAPI: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>)</li>
<li><a href="/problems">Các lỗi mà API trả về</a></li>
<li><a href="/health/ready">Tình trạng hệ thống</a></li>
</ul>
${accounts ? accountsText(accounts) : ""}`;
  api.get("/", { schema: { hide: true } }, (_request, reply) => htmlPage(reply, { title: "Hồi Âm", body }));
}

function accountsText({ password, providers }: Accounts): string {
  return `<h2>Bản dùng thử</h2>
<p>Có sẵn các nhà cung cấp, nhân viên và khiếu nại mẫu; mọi người và mọi việc trong đó đều không có thật.
Mật khẩu của mọi tài khoản: <code>${htmlText(password)}</code>.
Đăng nhập: <code>POST /api/v1/session</code> với <code>organisation</code>, <code>signInName</code>, <code>password</code>.</p>
${providers.map(providerText).join("\n")}`;
}

function providerText({ organisation, name, people }: Accounts["providers"][number]): string {
  const rows = people.map(
    ({ signInName, name: person, does }) =>
      `<tr><td><code>${htmlText(signInName)}</code></td><td>${htmlText(person)}</td><td>${htmlText(does)}</td></tr>`,
  );
  return `<h3>${htmlText(name)} (<code>${htmlText(organisation)}</code>)</h3>
<table>
<tr><th>Tên đăng nhập</th><th>Họ tên</th><th>Công việc</th></tr>
${rows.join("\n")}
</table>`;
}
