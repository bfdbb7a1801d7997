import type { Edition } from "../edition/edition.ts";
import { bothNames } from "../edition/english.ts";
import type { Role } from "../vocabulary.ts";
import type { Words } from "./guard-in-words.ts";

/** Who may, or who is told: the provider's own name of the role ("NV. CSKH"), in English where the pack gives it. */
export function whoInWords(who: string, { roles, units }: Pick<Edition, "roles" | "units">): Words {
  const special = specialWho[who];
  if (special) return special;
  const [role = "", unit] = who.split("@");
  const name = roleName(role, unit, roles) ?? units.find(({ id }) => id === (unit ?? who))?.name;
  if (name === undefined) return tradeNames[role as Role] ?? { vi: who, en: who };
  return bothNames([...roles, ...units].find((each) => each.name === name) ?? { name });
}

/**
 * The provider's name of a role in a unit, or wherever it is held. Where several units hold it under names of their own, none of
 * them is everybody's: undefined.
 */
export function roleName(role: string, unit: string | undefined, roles: Edition["roles"]): string | undefined {
  const held = roles.filter((each) => each.role === role);
  const here = held.find((each) => each.unit === unit) ?? held.find((each) => each.unit === undefined);
  const names = new Set(held.map(({ name }) => name));
  return here?.name ?? (unit === undefined && names.size === 1 ? held[0]?.name : undefined);
}

const specialWho: Readonly<Record<string, Words>> = {
  owner: { vi: "Người phụ trách", en: "The owner" },
  "owning-unit": { vi: "Bộ phận đang giải quyết", en: "The unit in charge" },
  "asked-unit": { vi: "Bộ phận được yêu cầu phối hợp", en: "The unit asked" },
  "ordered-unit": { vi: "Bộ phận được giao khắc phục", en: "The unit told to mend it" },
  superior: { vi: "Cấp trên", en: "The superior" },
  customer: { vi: "Khách hàng", en: "The customer" },
  system: { vi: "Hệ thống, tự động", en: "The system, by itself" },
};

const tradeNames: Readonly<Record<Role, Words>> = {
  clerk: { vi: "Nhân viên CSKH", en: "Clerk" },
  "shift-lead": { vi: "Điều hành ca", en: "Shift lead" },
  "unit-member": { vi: "Nhân viên bộ phận", en: "Member of a unit" },
  "unit-head": { vi: "Trưởng bộ phận", en: "Head of a unit" },
  "field-technician": { vi: "Kỹ thuật viên", en: "Field technician" },
  "records-clerk": { vi: "Văn thư", en: "Records clerk" },
  approver: { vi: "Người duyệt", en: "Approver" },
  board: { vi: "Ban Giám đốc", en: "Board" },
  auditor: { vi: "Người kiểm tra", en: "Auditor" },
  administrator: { vi: "Quản trị", en: "Administrator" },
};
