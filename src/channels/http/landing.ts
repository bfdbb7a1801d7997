import type { Api } from "./api.ts";
import { htmlPage } from "./html-page.ts";

/** `/` says what this is and where to go on. */
export function landingRoutes(api: Api, { demo }: { demo: boolean }): void {
  const accounts = demo
    ? "<p>Đây là bản dùng thử, có sẵn các nhà cung cấp, nhân viên và khiếu nại mẫu; mọi người và mọi việc trong đó đều không có thật.</p>"
    : "";
  const body = `<h1>Hồi Âm</h1>
<p>Hồi Âm thực hiện đúng quy trình giải quyết khiếu nại của nhà cung cấp, từ cuộc gọi đầu tiên đến khi lưu hồ sơ,
và chứng minh từng cam kết thời hạn đã được giữ.</p>
${accounts}
<ul>
<li><a href="/api/docs">Tài liệu API</a> (OpenAPI: <a href="/api/openapi.json"><code>/api/openapi.json</code></a>)</li>
<li><a href="/problems">Các lỗi mà API trả về</a></li>
<li><a href="/health/ready">Tình trạng hệ thống</a></li>
</ul>`;
  api.get("/", { schema: { hide: true } }, (_request, reply) => htmlPage(reply, { title: "Hồi Âm", body }));
}
