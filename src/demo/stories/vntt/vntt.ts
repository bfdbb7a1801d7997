import type { DemoOrganisation } from "../../story.ts";
import { boardStories } from "./board.ts";
import { chargesStories } from "./charges.ts";
import { vnttDesk } from "./desk.ts";
import { incidentStories } from "./incidents.ts";
import { otherStories } from "./other.ts";

export const vntt: DemoOrganisation = {
  organisation: "vntt",
  procedure: "kd-qt04",
  people: [
    { id: "lan", name: "Nguyễn Thị Lan", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "minh", name: "Trần Quang Minh", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "hoa", name: "Lê Thị Hoà", roles: [{ role: "shift-lead", unit: "cskh" }] },
    { id: "dung", name: "Phạm Anh Dũng", roles: [{ role: "unit-member", unit: "p-ktvt" }] },
    { id: "binh", name: "Hồ Văn Bình", roles: [{ role: "unit-head", unit: "p-ktvt" }] },
    { id: "thu", name: "Võ Thị Thu", roles: [{ role: "unit-member", unit: "bp-cuoc" }] },
    { id: "khoa", name: "Đặng Minh Khoa", roles: [{ role: "unit-member", unit: "bp-kd" }] },
    { id: "son", name: "Bùi Thanh Sơn", roles: [{ role: "unit-member", unit: "p-vhdc" }] },
    { id: "phat", name: "Ngô Tấn Phát", roles: [{ role: "unit-member", unit: "ttdvdc" }] },
    { id: "tham", name: "Lưu Hồng Thắm", roles: [{ role: "unit-member", unit: "other-unit" }] },
    { id: "tam", name: "Huỳnh Ngọc Tâm", roles: [{ role: "unit-member", unit: "p-qtdc" }] },
    {
      id: "huong",
      name: "Đỗ Thu Hương",
      roles: [
        { role: "approver", unit: "ttdvvt" },
        { role: "unit-head", unit: "ttdvvt" },
      ],
    },
    { id: "quan", name: "Nguyễn Hoàng Quân", roles: [{ role: "board", unit: "bgd" }] },
    { id: "nga", name: "Trương Thị Nga", roles: [{ role: "records-clerk", unit: "cskh" }] },
    { id: "yen", name: "Lý Hải Yến", roles: [{ role: "auditor", unit: "ban-iso" }] },
    { id: "tuan", name: "Cao Minh Tuấn", roles: [{ role: "administrator", unit: "cskh" }] },
  ],
  stories: [...incidentStories, ...chargesStories, ...boardStories, ...otherStories],
  desk: vnttDesk,
};
