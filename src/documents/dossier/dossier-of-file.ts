import type { ComplaintEvent } from "../../complaint/events/event.ts";
import { ERASED_TEXT } from "../../complaint/events/personal-values.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { withoutSignaturePictures } from "../../complaint/events/signature-pictures.ts";
import type { Clock } from "../../complaint/state.ts";
import { formatTermVietnamese } from "../../procedure/pure/term/term.ts";
import { readTerm } from "../../complaint/follow/clock-due.ts";
import { dayInVietnam } from "../../procedure/pure/vietnam.ts";
import { instantInFull, placeAndDay, plainDay, termEnd } from "../days-in-words.ts";
import { joined, nameIn, unitName, type PaperFacts } from "../paper-facts.ts";
import type { Dossier, DossierClock, DossierFront, DossierPart } from "./dossier.ts";
import { happenedInWords } from "./happened-in-words.ts";

/** A file to be bound. `proofs`: how each clock was counted, in words, by its id. */
export type FileToBind = Omit<PaperFacts, "letterNumber"> & {
  heading: string;
  place: string | null;
  proofs: ReadonlyMap<string, string>;
};

/** The whole file as one dossier: what stands in front, and each kept content once, in the order in which it came. */
export function dossierOfFile(file: FileToBind): Dossier {
  return { front: frontOf(file), parts: partsOf(file) };
}

function frontOf(file: FileToBind): DossierFront {
  const { complaint, edition, events, heading, place, now } = file;
  const day = dayInVietnam(now);
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return {
    title: `${heading} – ${complaint.number}`,
    number: complaint.number,
    mark: complaint.shownIn === "work" ? null : "TẬP HUẤN",
    issuer: edition.organisation.name,
    heading,
    placeAndDate: placeAndDay(place, day),
    day: { year, month, date },
    cover: coverOf(file).filter(({ value }) => value !== ""),
    timeline: withoutSignaturePictures(events).flatMap((event) => {
      const happened = happenedInWords(event, file);
      return happened === null ? [] : [{ at: instantInFull(event.occurredAt), who: whoDid(event, file), ...happened }];
    }),
    clocks: complaint.clocks.map((clock) => clockInWords(clock, file)),
  };
}

function coverOf({ complaint, edition, names }: FileToBind): DossierFront["cover"] {
  const { customer, complainant, classification } = complaint;
  return [
    { label: "Khiếu nại số", value: complaint.number },
    { label: "Khách hàng", value: customer.name ?? complainant.name ?? "" },
    { label: "Liên hệ", value: joined([customer.address, customer.phone, customer.email], "\n") },
    { label: "Hợp đồng, thuê bao", value: joined([customer.contract, customer.serviceNumber], ", ") },
    { label: "Nội dung", value: complaint.content },
    { label: "Yêu cầu", value: complaint.remedySought ?? "" },
    { label: "Loại khiếu nại", value: nameIn(edition.kinds, classification?.kind) },
    { label: "Dịch vụ", value: nameIn(edition.services, classification?.service) },
    {
      label: "Tiếp nhận",
      value: joined([instantInFull(complaint.receivedAt), nameIn(edition.channels, complaint.channel)], ", "),
    },
    { label: "Bước hiện nay", value: nameIn(edition.stages, complaint.stage) },
    { label: "Bộ phận", value: unitName(edition, complaint.unit) },
    { label: "Người phụ trách", value: complaint.ownerId === null ? "" : (names.get(complaint.ownerId) ?? "") },
    { label: "Quy trình", value: joined([edition.header.title, edition.header.number], ", ") },
  ];
}

function whoDid({ actor }: ComplaintEvent, { names }: FileToBind): string {
  if (actor.kind === "person") return names.get(actor.personId) ?? actor.personId;
  return actor.kind === "customer" ? "Khách hàng" : "Chương trình";
}

const origins = { procedure: "Quy trình", law: "Luật", internal: "Nội bộ" } as const;

function clockInWords(clock: Clock, { edition, proofs, now }: FileToBind): DossierClock {
  const term = clock.term === null ? "ngày do người xử lý định" : formatTermVietnamese(readTerm(clock.term));
  return {
    name: nameIn(edition.clocks, clock.rule) || clock.rule,
    origin: origins[clock.origin],
    term: `${term}, từ ${instantInFull(clock.startedAt)}`,
    due: termEnd(clock.dueAt),
    result: resultOf(clock, now),
    proof: proofs.get(clock.clockId) ?? "",
  };
}

function resultOf({ status, endedAt, breachedAt, dueAt }: Clock, now: string): string {
  const ended = endedAt === null ? "" : ` ${instantInFull(endedAt)}`;
  if (status === "met") return `Đúng hạn${ended}`;
  if (status === "late") return `Trễ hạn${ended}`;
  if (status === "void") return `Không còn áp dụng${ended}`;
  const late = breachedAt === null && (status === "paused" || now <= dueAt) ? "" : ", đã quá hạn";
  return `${status === "paused" ? "Đang tạm dừng" : "Đang chạy"}${late}`;
}

/** What is marked as erased is never opened: its content may still be there for a day. */
export function isErased({ name }: Pick<DossierPart, "name">): boolean {
  return name === ERASED_TEXT;
}

/** Each content once, under the first name that it came by; an issued paper under its own name and number. */
function partsOf({ events, edition }: FileToBind): DossierPart[] {
  const parts = new Map<string, DossierPart>();
  for (const event of withoutSignaturePictures(events))
    for (const attachment of attachmentsIn(event)) {
      const { sha256, type, bytes } = attachment;
      const on = plainDay(dayInVietnam(event.occurredAt));
      const name = nameOfPart(event, attachment, edition);
      if (!parts.has(sha256)) parts.set(sha256, { name, on, type, bytes, sha256 });
    }
  return [...parts.values()];
}

function nameOfPart(event: ComplaintEvent, { name }: Attachment, edition: FileToBind["edition"]): string {
  if (event.type !== "PaperIssued" || name === ERASED_TEXT) return name;
  const { paper, letterNumber, numberOnPaper = letterNumber } = event.data;
  return joined([nameIn(edition.papers, paper) || name, numberOnPaper && `số ${numberOnPaper}`], " ");
}

/** Documents stand in `attachments`, in `evidence`, or alone in `attachment`; what was only drafted is no part of the file yet. */
function attachmentsIn({ type, data }: ComplaintEvent): Attachment[] {
  if (type === "PaperDrafted") return [];
  const { attachments, attachment, evidence } = data as {
    attachments?: Attachment[];
    attachment?: Attachment;
    evidence?: Attachment[];
  };
  return [...(attachments ?? []), ...(evidence ?? []), ...(attachment ? [attachment] : [])];
}
