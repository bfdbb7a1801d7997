import type { DemoOrganisation } from "../../story.ts";
import { handledStories } from "./handled.ts";
import { underWayStories } from "./under-way.ts";
import { ihostingerDesk } from "./desk.ts";

export const ihostinger: DemoOrganisation = {
  organisation: "ihostinger",
  procedure: "khieu-nai",
  people: [
    { id: "ha", name: "Đoàn Thu Hà", roles: [{ role: "clerk", unit: "branch" }] },
    { id: "nhung", name: "Mai Hồng Nhung", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "tuyet", name: "Âu Thị Tuyết", roles: [{ role: "shift-lead", unit: "cskh" }] },
    { id: "kien", name: "Phùng Trung Kiên", roles: [{ role: "unit-member", unit: "complaint-handling" }] },
    { id: "dat", name: "Vũ Tiến Đạt", roles: [{ role: "unit-head", unit: "complaint-handling" }] },
    { id: "toan", name: "Thân Văn Toàn", roles: [{ role: "unit-member", unit: "related-units" }] },
    { id: "hien", name: "Hứa Thị Hiền", roles: [{ role: "unit-head", unit: "related-units" }] },
    { id: "luc", name: "Giáp Văn Lực", roles: [{ role: "approver", unit: "superior" }] },
    { id: "oanh", name: "Triệu Kim Oanh", roles: [{ role: "records-clerk", unit: "cskh" }] },
    { id: "sang", name: "Ninh Quang Sáng", roles: [{ role: "administrator", unit: "cskh" }] },
  ],
  stories: [...handledStories, ...underWayStories],
  desk: ihostingerDesk,
};
