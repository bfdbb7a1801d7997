import type { DemoOrganisation } from "../../story.ts";
import { levelOneStories } from "./level-one.ts";
import { levelTwoStories } from "./level-two.ts";
import { lateStories } from "./late.ts";
import { kplusDesk } from "./desk.ts";

export const kplus: DemoOrganisation = {
  organisation: "kplus",
  procedure: "khieu-nai",
  people: [
    { id: "thuy", name: "Nguyễn Ngọc Thuý", roles: [{ role: "clerk", unit: "hotline-desk" }] },
    { id: "quynh", name: "Lưu Như Quỳnh", roles: [{ role: "clerk", unit: "store" }] },
    { id: "my", name: "Hoàng Trà My", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "dao", name: "Tôn Nữ Bích Đào", roles: [{ role: "shift-lead", unit: "hotline-desk" }] },
    { id: "tien", name: "Đỗ Mỹ Tiên", roles: [{ role: "shift-lead", unit: "cskh" }] },
    { id: "hanh", name: "Chu Thị Hạnh", roles: [{ role: "approver", unit: "cskh" }] },
    { id: "bao", name: "Viên Gia Bảo", roles: [{ role: "unit-member", unit: "technical" }] },
    { id: "cam", name: "Lục Thị Cẩm", roles: [{ role: "unit-member", unit: "billing" }] },
    { id: "loc", name: "Ông Phước Lộc", roles: [{ role: "unit-head", unit: "billing" }] },
    { id: "uyen", name: "Diệp Tú Uyên", roles: [{ role: "records-clerk", unit: "cskh" }] },
    { id: "vinh", name: "Tăng Quang Vinh", roles: [{ role: "board", unit: "management" }] },
    { id: "nhat", name: "Phó Minh Nhật", roles: [{ role: "administrator", unit: "cskh" }] },
  ],
  stories: [...levelOneStories, ...levelTwoStories, ...lateStories],
  desk: kplusDesk,
};
