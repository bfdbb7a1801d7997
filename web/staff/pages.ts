import {
  CalendarCog,
  ClipboardCheck,
  Inbox,
  LayoutDashboard,
  Send,
  Stamp,
  ListTodo,
  MailQuestion,
  Phone,
  PhoneIncoming,
  Workflow,
  type LucideIcon,
} from "lucide-react";
import type { Words } from "../words/language.ts";
import type { Session } from "./session.ts";

export const wordsOfPages = {
  queue: { vi: "Việc cần xử lý", en: "Work queue" },
  intake: { vi: "Tiếp nhận", en: "Take in" },
  arrivals: { vi: "Khay thư đến", en: "Arrivals tray" },
  inbox: { vi: "Phối hợp", en: "Coordination" },
  approvals: { vi: "Phê duyệt", en: "Approvals" },
  calls: { vi: "Điện thoại", en: "Calls" },
  letters: { vi: "Công văn đến", en: "Letters received" },
  outgoing: { vi: "Công văn đi", en: "Letters sent" },
  overview: { vi: "Tổng quan ca", en: "Shift overview" },
  procedure: { vi: "Quy trình", en: "Procedure" },
  administration: { vi: "Quản trị", en: "Administration" },
  notifications: { vi: "Thông báo", en: "Notifications" },
} as const satisfies Words;

/** Where the whole name has no room: under the picture, on a telephone. */
export const briefNamesOfPages = {
  queue: { vi: "Việc", en: "Queue" },
  intake: { vi: "Tiếp nhận", en: "Take in" },
  arrivals: { vi: "Thư đến", en: "Tray" },
  inbox: { vi: "Phối hợp", en: "Units" },
  approvals: { vi: "Duyệt", en: "Approve" },
  calls: { vi: "Gọi", en: "Calls" },
  letters: { vi: "Công văn", en: "Letters" },
  outgoing: { vi: "Công văn đi", en: "Sent" },
  overview: { vi: "Ca", en: "Shift" },
  procedure: { vi: "Quy trình", en: "Rules" },
  administration: { vi: "Quản trị", en: "Admin" },
} as const satisfies Words;

export type StaffPage = {
  id: keyof typeof briefNamesOfPages;
  to: string;
  icon: LucideIcon;
  /** Two keys, one after the other. */
  keys: string;
  isFor: (session: Session) => boolean;
  /** On a telephone, where five have room, it stands in the menu below one's name. */
  isElsewhere?: boolean;
};

/** The notices are no page of the menu, and have their keys all the same. */
export const NOTIFICATION_KEYS = "g b";

const everybody = () => true;
/** The pages of the menu, in its order. What a page then shows and allows is decided by the server alone. */
export const staffPages: readonly StaffPage[] = [
  { id: "queue", to: "/viec", icon: ListTodo, keys: "g v", isFor: everybody },
  {
    id: "intake",
    to: "/tiep-nhan",
    icon: PhoneIncoming,
    keys: "c",
    isFor: ({ may }) => may.register,
  },
  {
    id: "arrivals",
    to: "/thu-den",
    icon: MailQuestion,
    keys: "g k",
    isFor: ({ may }) => may.handleArrivals,
    isElsewhere: true,
  },
  { id: "inbox", to: "/phoi-hop", icon: Inbox, keys: "g p", isFor: everybody },
  { id: "approvals", to: "/trinh-duyet", icon: ClipboardCheck, keys: "g d", isFor: everybody },
  { id: "overview", to: "/tong-quan", icon: LayoutDashboard, keys: "g t", isFor: everybody },
  { id: "calls", to: "/dien-thoai", icon: Phone, keys: "g l", isFor: ({ may }) => may.register, isElsewhere: true },
  {
    id: "letters",
    to: "/cong-van-den",
    icon: Stamp,
    keys: "g n",
    isFor: ({ may }) => may.seeAll,
    isElsewhere: true,
  },
  {
    id: "outgoing",
    to: "/cong-van-di",
    icon: Send,
    keys: "g r",
    isFor: ({ may }) => may.seeAll,
    isElsewhere: true,
  },
  { id: "procedure", to: "/quy-trinh", icon: Workflow, keys: "g q", isFor: everybody, isElsewhere: true },
  {
    id: "administration",
    to: "/quan-tri",
    icon: CalendarCog,
    keys: "g a",
    isFor: ({ may }) => may.administer,
    isElsewhere: true,
  },
];
