import { useAnswer } from "../../api/use-answer.ts";

type Held = { role: string; unit: string };

/** What the provider calls a role in a unit: `NV. CSKH`. */
export function useRoleNames(): (held: Held) => string {
  const { data } = useAnswer("GET /units", {});
  return ({ role, unit }) =>
    data?.roles.find((each) => each.role === role && each.unit === unit)?.name ??
    `${data?.roles.find((each) => each.role === role && each.unit === null)?.name ?? role} · ${
      data?.units.find((each) => each.unitId === unit)?.name ?? unit
    }`;
}
