import "./receipt.css";
import { Fragment } from "react";
import { renderSVG } from "uqr";
import type { Answer } from "../../api/ask.ts";
import { plain } from "../../words/plain.ts";
import { formatDue, formatInstant } from "../../words/format.ts";
import type { Done } from "./draft.ts";

export type ReceiptShown = Answer<"GET /complaints/:complaintId/receipt">;

/** The paper that the customer takes home: in Vietnamese whatever the pages speak, on A5. */
export function Receipt({ receipt, tracking }: { receipt: ReceiptShown; tracking: Done["tracking"] }) {
  const { paper, issued, number, isComplaint, contactBy } = receipt;
  return (
    <article
      lang="vi"
      className="receipt mx-auto w-full max-w-xl rounded-xl border border-line bg-surface p-6 text-ink"
    >
      <header className="flex items-start justify-between gap-4">
        <Provider provider={receipt.provider} />
        {issued?.letterNumber && <p className="text-sm whitespace-nowrap">Số phiếu: {issued.letterNumber}</p>}
      </header>
      {receipt.isTraining && (
        <p className="mt-4 border-2 border-dashed border-ink p-2 text-center text-xl font-semibold">
          TẬP HUẤN — không có giá trị
        </p>
      )}
      <h2 className="mt-4 text-center text-lg font-semibold uppercase">{paper?.name ?? "Phiếu tiếp nhận"}</h2>
      <p className="mb-3 text-center">
        {isComplaint ? "Số khiếu nại" : "Số"}: <strong className="font-semibold">{number}</strong>
      </p>
      <Lines receipt={receipt} />
      {contactBy && (
        <p className="mt-3 font-medium">
          Chúng tôi phản hồi quý khách chậm nhất <span className="whitespace-nowrap">{formatDue(contactBy)}.</span>
        </p>
      )}
      <Further receipt={receipt} />
      <div className="mt-4 flex items-end justify-between gap-4 break-inside-avoid">
        {tracking ? <Tracking tracking={tracking} /> : <span />}
        <div className="min-w-40 text-center text-sm">
          <p>Người tiếp nhận</p>
          <p className="text-xs text-ink-2">(ký, ghi rõ họ tên)</p>
          <p className="mt-10">{receipt.receivedBy}</p>
        </div>
      </div>
    </article>
  );
}

/** The name always; what else stands on its papers, where the name does not say it already. */
function Provider({ provider: { name, letterhead, address, helplines } }: { provider: ReceiptShown["provider"] }) {
  const isSaid = letterhead === null || plain(name).includes(plain(letterhead));
  const lines = [
    isSaid ? null : letterhead,
    address,
    ...helplines.map(({ name: helpline, address: number }) => `${helpline}: ${number.replaceAll(" ", "\u00A0")}`),
  ];
  return (
    <div className="min-w-0">
      <p className="font-semibold">{name}</p>
      {lines.map((line) => line && <Small key={line}>{line}</Small>)}
    </div>
  );
}

function Small({ children }: { children: string }) {
  return <p className="text-sm text-ink-2">{children}</p>;
}

function Lines({ receipt }: { receipt: ReceiptShown }) {
  const { receivedAt, channel, customer, kind, service, content, remedySought, documents, missing, promises } = receipt;
  const further: [string, string | null][] = [
    ["Cần bổ sung", missing.map(({ label }) => label.vi).join(", ")],
    ...promises.map(({ name, dueAt }): [string, string] => [name, formatDue(dueAt)]),
  ];
  // As the pack wants its receipt; the project's own lines where it says nothing of it.
  const own: [string, string | null][] = [
    ["Tiếp nhận lúc", `${formatInstant(receivedAt)}, ${channel}`],
    ["Khách hàng", customer.join(", ")],
    ["Loại", [kind, service].filter(Boolean).join(" – ")],
    ["Nội dung", content],
    ["Yêu cầu", remedySought],
    ["Đã nhận", documents.join(", ")],
  ];
  const ofPack = receipt.rows.map(({ label, value }): [string, string] => [label, value]);
  const lines = [...(ofPack.length > 0 ? ofPack : own), ...further];
  return (
    <dl className="grid grid-cols-[9rem_1fr] sm:grid-cols-[12rem_1fr] gap-x-3 gap-y-1 text-sm">
      {lines.map(([label, value]) =>
        value ? (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="break-words whitespace-pre-wrap">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** Where else to turn, by the law that the complaint runs under. */
function Further({ receipt: { isComplaint, outsideWays } }: { receipt: ReceiptShown }) {
  if (!isComplaint || outsideWays.length === 0) return null;
  return (
    <p className="mt-2 text-sm text-ink-2">
      Nếu không đồng ý với kết quả, quý khách có quyền yêu cầu chúng tôi xem xét lại, hoặc nhờ giải quyết tại{" "}
      {outsideWays.map((way) => waysInWords[way]).join(", ")}.
    </p>
  );
}

const waysInWords: Record<ReceiptShown["outsideWays"][number], string> = {
  "consumer-authority": "cơ quan bảo vệ quyền lợi người tiêu dùng",
  "consumer-organisation": "tổ chức bảo vệ quyền lợi người tiêu dùng",
  arbitration: "Trọng tài",
  court: "Tòa án",
};

function Tracking({ tracking: { code, url } }: { tracking: NonNullable<Done["tracking"]> }) {
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(url, { border: 1 }))}`;
  return (
    <div className="flex items-center gap-3">
      <img src={picture} alt="" width={96} height={96} className="bg-white" />
      <p className="text-sm">
        Mã tra cứu
        <br />
        <strong className="font-semibold">
          {code.split(/(?<=-)/).map((group, place) => (
            // Read out by its groups: a line ends between two of them.
            <Fragment key={place}>
              <span className="whitespace-nowrap">{group}</span>
              <wbr />
            </Fragment>
          ))}
        </strong>
      </p>
    </div>
  );
}
