import type { ComplaintEvent, NewEvent } from "../../src/complaint/events/event.ts";
import { evolve } from "../../src/complaint/evolve/evolve.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import type { PaperAsked } from "../../src/documents/letter-of-paper.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";
import type { Paper } from "../../src/procedure/pure/edition/papers.ts";
import { asked, answered, replied } from "./facts.ts";
import { did, march, registered } from "./given.ts";

/**
 * The file of Lê Minh under an edition, with a fact for every paper: whatever the pack wants to say, there is something to say.
 * @param then what happened after all that
 */
export function paperAsked(edition: Edition, paper: Paper, then: readonly NewEvent[] = []): PaperAsked {
  const events = [...factsOf(edition), ...then].map(recorded);
  let complaint: Complaint | undefined;
  for (const event of events) complaint = evolve(complaint, event);
  if (!complaint) throw new Error("no complaint came of it");
  return {
    paper,
    edition,
    complaint,
    events,
    names: new Map([["lan", "Trần Thị Lan"]]),
    now: march(16, "09:05"),
    letterNumber: paper.numberedIn === undefined ? null : "7/2026",
    text: null,
    signatures: paper.signedBy.filter((by) => by !== "customer").map((by) => ({ by, name: "Trần Thị Lan" })),
    isPreview: false,
  };
}

function recorded(fact: NewEvent, place: number): ComplaintEvent {
  const actor = { kind: "person" as const, personId: "lan" };
  return { ...fact, sequence: place + 1, recordedAt: fact.occurredAt, actor };
}

function factsOf(edition: Edition): NewEvent[] {
  const [kind] = edition.kinds;
  const { id: unit } = edition.units.find(({ coordinates }) => coordinates) ?? edition.units[0] ?? { id: "" };
  const channel = edition.channels[0]?.id ?? "";
  return [
    registered({
      number: "KN-2026-000123",
      edition: edition.ref,
      channel,
      customer: { name: "Lê Minh", phone: "0912 345 678", email: "minh@thudo.vn", address: "12 Lê Lợi, Huế" },
      content: "Mạng chậm từ tối qua",
      remedySought: "Giảm cước tháng 3",
      classification: { kind: kind?.id ?? "", nature: "quality", register: null, complaint: true } as never,
    }),
    did("ComplaintAssigned", { personId: "lan", unit: edition.stages[0]?.unit ?? unit } as never),
    did("InformationRequested", { requestId: "q-1", wanted: ["content"], channel, written: true }),
    did("ComplaintAccepted", { noticeId: "n-1", channel, written: true }),
    did("ComplaintRefused", {
      noticeId: "n-2",
      reason: "no-basis",
      basis: "Điều 5 hợp đồng",
      channel,
      written: true,
      message: "Kết quả đo đạt yêu cầu.",
      round: 1,
    }),
    asked({ unit, question: "Đo tuyến và cho biết nguyên nhân", dueOn: "2026-03-18" }),
    answered({ cause: "Suy hao tại hộp cáp", measure: "Hàn lại mối nối", promisedRepairOn: "2026-03-17" }),
    did("FindingRecorded", {
      findingId: "f-1",
      cause: "Suy hao tại hộp cáp",
      rootCause: "provider",
      needsOnSite: true,
      filled: {},
      attachments: [],
    }),
    did("HandlingRecorded", {
      handlingId: "h-1",
      method: "Hàn lại mối nối tại hộp cáp",
      place: "on-site",
      fixed: true,
      attachments: [],
    }),
    did("ResolutionProposed", { resolutionId: "r-1", content: "Hàn lại mối nối, giảm trừ cước", round: 1 }),
    did("RemedyAgreed", {
      remedyId: "m-1",
      type: "charge-reduction",
      amount: 150_000,
      reason: "mất dịch vụ",
      needsApproval: false,
    }),
    did("DossierSubmitted", { dossierId: "d-1", to: "board", summary: "Xin ý kiến về mức giảm trừ", attachments: [] }),
    did("CustomerInvited", {
      meetingId: "g-1",
      meetingAt: march(18, "14:00"),
      meetingOn: "2026-03-18",
      place: "Phòng tiếp khách, tầng 2",
      channel,
      written: true,
      round: 1,
    }),
    did("MeetingRecorded", {
      meetingId: "g-1",
      outcome: "signed",
      agreed: true,
      result: "Khách hàng đồng ý mức giảm trừ.",
      attachments: [],
    }),
    replied({
      content: "Mối nối tại hộp cáp đã được hàn lại ngày 17/03/2026.\nĐường truyền đo lại đạt tốc độ hợp đồng.",
      promises: [{ promiseId: "p-1", text: "Giảm trừ cước tháng 3", dueOn: "2026-04-10" }],
      written: true,
    }),
    did("CorrectiveActionOrdered", {
      actionId: "c-1",
      unit,
      action: "Kiểm tra toàn bộ mối nối của tuyến",
      dueOn: "2026-03-31",
      cause: "Mối nối thi công ẩu",
    }),
    did("LessonRecorded", {
      lessonId: "l-1",
      lesson: "Đo tuyến ngay khi tiếp nhận",
      cause: "Không đo khi tiếp nhận",
      prevention: "Thêm bước đo vào phiếu",
    }),
    did("AuthorityReported", { authority: "Sở Công Thương", channel, attachments: [] }),
  ];
}
