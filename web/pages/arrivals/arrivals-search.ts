/** What the address says: which arrivals, and the one that is looked at. */
export type ArrivalsSearch = { status?: Status; medium?: Medium; search?: string; item?: string };

export const statuses = ["waiting", "noted", "set-aside", "taken-in"] as const;
export const media = ["mail", "sms", "chat", "call"] as const;
export type Status = (typeof statuses)[number];
export type Medium = (typeof media)[number];

export function arrivalsSearchFrom({ status, medium, search, item }: Record<string, unknown>): ArrivalsSearch {
  const found = statuses.find((each) => each === status);
  const by = media.find((each) => each === medium);
  return {
    ...(found && found !== "waiting" ? { status: found } : {}),
    ...(by ? { medium: by } : {}),
    ...(typeof search === "string" && search !== "" ? { search: search.slice(0, 200) } : {}),
    ...(typeof item === "string" ? { item } : {}),
  };
}
