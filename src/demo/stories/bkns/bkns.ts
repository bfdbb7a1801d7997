import type { DemoOrganisation } from "../../story.ts";
import { firstRoundStories } from "./first-round.ts";
import { otherStories } from "./other.ts";
import { secondRoundStories } from "./second-round.ts";
import { bknsDesk } from "./desk.ts";

export const bkns: DemoOrganisation = {
  organisation: "bkns",
  procedure: "khieu-nai",
  people: [
    { id: "anh", name: "Đào Vân Anh", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "ngoc", name: "Bạch Như Ngọc", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "trang", name: "Tống Thu Trang", roles: [{ role: "shift-lead", unit: "cskh" }] },
    { id: "cuong", name: "Hà Mạnh Cường", roles: [{ role: "unit-member", unit: "related-units" }] },
    { id: "hung", name: "Lưu Quốc Hưng", roles: [{ role: "unit-head", unit: "related-units" }] },
    { id: "van", name: "Nghiêm Thị Vân", roles: [{ role: "records-clerk", unit: "cskh" }] },
    { id: "thanh", name: "Trịnh Duy Thành", roles: [{ role: "approver", unit: "leadership" }] },
    { id: "phong", name: "Quản Hải Phong", roles: [{ role: "auditor", unit: "leadership" }] },
    { id: "linh", name: "Thái Khánh Linh", roles: [{ role: "administrator", unit: "cskh" }] },
  ],
  stories: [...firstRoundStories, ...secondRoundStories, ...otherStories],
  desk: bknsDesk,
};
