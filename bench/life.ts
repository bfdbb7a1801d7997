import { createHash } from "node:crypto";

/** A request of a complaint's life: a verb by its address below the complaint, with its body. `signed`: with the client's signed copy. */
export type LifeStep = { name: string; path: string; body: object; signed?: true };

export type Done = { complaintId: string; events: { type: string; data: Record<string, unknown> }[] };

const words =
  "mạng chậm từ hôm qua họp trực tuyến cứ đứng hình gọi tổng đài chờ lâu không ai trả lời cước tháng này tăng gấp đôi nhân viên hẹn rồi không tới xin kiểm tra giúp và báo lại nguyên nhân thời gian khắc phục".split(
    " ",
  );

/** Intake alone: what 16 clerks do at once. */
export const intakeOnly: readonly LifeStep[] = [];

/** From the acknowledgement to the archive, by VNTT's procedure. `{coordinationId}` is what the coordination request made. */
export const wholeLife: readonly LifeStep[] = [
  { name: "acknowledge", path: "acknowledgements", body: {} },
  { name: "note", path: "notes", body: { text: "Đã nghe lại ghi âm cuộc gọi, khách nói rõ giờ mất mạng." } },
  { name: "assign", path: "assignments", body: { personId: "bench" } },
  {
    name: "request-coordination",
    path: "coordinations",
    body: { requests: [{ unit: "p-ktvt", via: "phone", question: "Nhờ kiểm tra tuyến và cho biết nguyên nhân." }] },
  },
  { name: "confirm-coordination", path: "coordinations/{coordinationId}/confirmations", body: {} },
  {
    name: "answer-coordination",
    path: "coordinations/{coordinationId}/answers",
    body: { cause: "Cổng của thiết bị chuyển mạch lỗi.", measure: "Đã chuyển sang cổng dự phòng." },
  },
  {
    name: "accept-coordination",
    path: "coordinations/{coordinationId}/acceptances",
    body: {},
  },
  {
    name: "reply",
    path: "replies",
    body: {
      content: "Nguyên nhân là một cổng thiết bị bị lỗi, đã chuyển sang cổng dự phòng.",
      confirmed: ["cause-explained"],
    },
  },
  { name: "issue-paper", path: "issued-papers", body: { paper: "receipt" }, signed: true },
  { name: "issue-paper", path: "issued-papers", body: { paper: "reply-letter" }, signed: true },
  { name: "record-verdict", path: "verdicts", body: { accepts: "yes", satisfied: "yes", score: 5 } },
  { name: "close", path: "closings", body: { outcome: "satisfied", confirmed: ["case-closed"] } },
  { name: "archive", path: "archivings", body: {} },
];

/** One complaint from its registration on. Give it each answer; it gives the next request. */
export function* lifeOf(
  life: readonly LifeStep[],
  { client, turn }: { client: number; turn: number },
): Generator<LifeStep, void, Done | undefined> {
  const registered = yield { name: "register", path: "/complaints", body: registration(client, turn) };
  let coordinationId = "";
  if (!registered) return;
  for (const step of life) {
    const path = `/complaints/${registered.complaintId}/${step.path.replace("{coordinationId}", coordinationId)}`;
    const documents = [{ sha256: sha256Of(signedCopyOf(client)), name: "ban-ky.txt" }];
    const done = yield { ...step, path, body: step.signed ? { ...step.body, documents } : step.body };
    const asked = done?.events.find(({ type }) => type === "CoordinationRequested");
    if (asked) coordinationId = String(asked.data["coordinationId"]);
  }
}

/** The text that a client hands in as every paper's signed copy: one content for each, so that they do not wait for each other. */
export function signedCopyOf(client: number): string {
  return `Bản có chữ ký, người gửi ${client}.`;
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Forty words and a customer, different each time. */
function registration(client: number, turn: number) {
  const seed = client * 7919 + turn * 104_729;
  const content = Array.from({ length: 40 }, (_, index) => words[(seed * (index + 3) + index * index) % words.length]);
  return {
    channel: "email",
    kind: "incident",
    service: "internet",
    content: content.join(" "),
    customer: {
      name: `Khách hàng ${client}-${turn}`,
      phone: `09${String(10_000_000 + (seed % 89_999_999))}`,
      email: `khach${seed}@vidu.vn`,
      contract: `VNTT-${seed}`,
    },
  };
}
