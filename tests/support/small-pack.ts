import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The smallest pack that says everything a pack must say; specs plant their errors into it. */
export const smallPack = `format: 1
organisation: { id: acme, name: Công ty Acme, shortName: Acme, source: its site }
procedure: complaints
header:
  number: null
  edition: null
  title: Quy trình giải quyết khiếu nại
  revisedOn: null
  effectiveOn: 2020-01-01
  effectiveOnStated: true
  pages: null
  scope: []
  signOff: []
  changeLog: []
  stamp: null
  source: its site
includes: [desk]
law: vn
calendar:
  week: [1, 2, 3, 4, 5]
  shifts: [{ from: "08:00", to: "17:00" }]
  swappedSaturdaysWorked: false
  swapDaysClosed: true
  makeUpDaysClosed: true
  source: its site
begins: intake
levels: 1
rounds: 1
reopening: { allowed: false, within: null, leadsTo: intake, source: its site }
units:
  - { id: care, name: CSKH, source: its site }
stages:
  - id: intake
    name: Tiếp nhận
    phase: received
    unit: care
    source: its site
    moves:
      - { verb: reply, by: [clerk], leadsTo: answered, source: its site }
  - id: answered
    name: Đã trả lời
    phase: answered
    unit: care
    source: its site
    moves:
      - { verb: record-verdict, by: [clerk], source: its site }
      - { verb: close, by: [clerk], leadsTo: closed, source: its site }
  - { id: closed, name: Kết thúc, phase: closed, unit: care, source: its site }
clocks:
  - id: reply
    name: Trả lời
    purpose: first-reply
    scope: complaint
    start: [{ on: ComplaintRegistered }]
    stop: [{ on: ComplaintClosed }]
    term: 2 working days
    owner: care
    source: its site
`;

export const smallDesk = `format: 1
part: desk
channels:
  - { id: phone, type: phone, name: Điện thoại, written: false, source: its site }
anywhere:
  - { verb: note, by: [clerk], phases: [received, answered], source: its site }
`;

export const smallLaw = `format: 1
part: law/vn
effectiveOn: 2010-01-01
clocks:
  - id: law-resolve
    name: Giải quyết
    origin: law
    purpose: resolve
    scope: complaint
    start: [{ on: ComplaintRegistered }]
    stop: [{ on: ComplaintClosed }]
    term: 20 working days
    calendar: national
    owner: owning-unit
    source: "law: TT 05/2011"
`;

export const smallFiles: Readonly<Record<string, string>> = {
  "acme/complaints/2020-01-01.yaml": smallPack,
  "steps/desk.yaml": smallDesk,
  "law/vn/2010-01-01.yaml": smallLaw,
};

/** A procedure folder with these files, for one spec. */
export function folderWith(files: Readonly<Record<string, string>>): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-packs-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
