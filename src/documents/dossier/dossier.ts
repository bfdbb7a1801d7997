/** One kept content that is bound into a dossier, page by page where its type has pages. */
export type DossierPart = {
  /** What stands in the index: `Phiếu tiếp nhận khiếu nại số 3/2026`, or the name of a file. */
  name: string;
  /** `16/03/2026`: when it was handed in or issued. */
  on: string;
  type: string;
  bytes: number;
  sha256: string;
};

/** Why a document stands in the index only. The content is kept, and found by its hash. */
export const unboundReasons = [
  "other-type",
  "encrypted",
  "broken",
  "too-large",
  "too-many-pages",
  "erased",
  "altered",
  /** The virus scanner found something in it, or has not looked yet. */
  "unsafe",
] as const;
export type UnboundReason = (typeof unboundReasons)[number];

export type DossierClock = {
  name: string;
  /** `Quy trình`, `Luật`, `Nội bộ`. */
  origin: string;
  /** `02 ngày làm việc, từ 09:00 …`. */
  term: string;
  due: string;
  /** `Đúng hạn`, `Trễ hạn`, … with when it ended. */
  result: string;
  /** Day by day, or why there is none. */
  proof: string;
};

/** Everything that stands before the documents: cover, timeline, terms. All of it words; nothing is read as markup. */
export type DossierFront = {
  /** Of the PDF. */
  title: string;
  /** Complaint's number, on each page. */
  number: string;
  /** Across the pages: practice. */
  mark: string | null;
  issuer: string;
  heading: string;
  /** `Hà Nội, ngày 16 tháng 3 năm 2026`. */
  placeAndDate: string;
  day: { year: number; month: number; date: number };
  cover: { label: string; value: string }[];
  timeline: { at: string; who: string; what: string; said: string }[];
  clocks: DossierClock[];
};

/** A line of the index: its first page, or why it has none. */
export type IndexLine = DossierPart & { place: number; page: number | null; pages: number; why: UnboundReason | null };

export type Dossier = { front: DossierFront; parts: DossierPart[] };

/** What came of it. */
export type BoundDossier = {
  pages: number;
  bytes: number;
  index: IndexLine[];
};
