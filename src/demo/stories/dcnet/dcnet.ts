import type { DemoOrganisation } from "../../story.ts";
import { atNetworkCentreStories } from "./at-network-centre.ts";
import { atSupportStories } from "./at-support.ts";
import { dcnetDesk } from "./desk.ts";

export const dcnet: DemoOrganisation = {
  organisation: "dcnet",
  procedure: "su-co",
  people: [
    { id: "mai", name: "Ngô Thị Mai", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "phuc", name: "Lương Hồng Phúc", roles: [{ role: "clerk", unit: "cskh" }] },
    { id: "thao", name: "Đinh Phương Thảo", roles: [{ role: "shift-lead", unit: "cskh" }] },
    { id: "nam", name: "Vương Hoài Nam", roles: [{ role: "unit-member", unit: "noc" }] },
    { id: "viet", name: "Phan Quốc Việt", roles: [{ role: "unit-head", unit: "noc" }] },
    { id: "long", name: "Tạ Đức Long", roles: [{ role: "field-technician", unit: "kt" }] },
    { id: "hai", name: "Châu Thanh Hải", roles: [{ role: "unit-member", unit: "kt" }] },
    { id: "duc", name: "Kiều Minh Đức", roles: [{ role: "approver", unit: "management" }] },
    { id: "khanh", name: "Lâm Gia Khánh", roles: [{ role: "board", unit: "management" }] },
    { id: "loan", name: "Mạc Thị Loan", roles: [{ role: "records-clerk", unit: "cskh" }] },
    { id: "tri", name: "Dương Minh Trí", roles: [{ role: "administrator", unit: "cskh" }] },
  ],
  stories: [...atSupportStories, ...atNetworkCentreStories],
  desk: dcnetDesk,
};
