import { workingAmong } from "../../access/named-people.ts";
import type { Command } from "../../complaint/command.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { wasCarriedOut } from "../../store/closed-channels.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";

type Named = { personId?: unknown; mentions?: unknown };

/**
 * Refuses to put somebody in charge who is not there or handles no complaints, and to mention who is not there. Where the key
 * carried the command out before, nothing stands in its way.
 */
export async function refuseStrangers(
  { pool }: Pick<Wiring, "pool">,
  organisation: string,
  { verb, data }: Pick<Command, "verb" | "data">,
  idempotencyKey: string | undefined,
): Promise<void> {
  const { personId, mentions } = data as Named;
  const inCharge = (verb === "assign" || verb === "hand-over") && typeof personId === "string" ? personId : undefined;
  const mentioned = verb === "note" && Array.isArray(mentions) ? mentions.map(String) : [];
  const named = inCharge === undefined ? mentioned : [inCharge];
  if (named.length === 0) return;
  const unfit = await readInside(pool, organisation, async (connection) => {
    const working = await workingAmong(connection, organisation, named);
    const stranger = named.find((id) => !working.has(id));
    const idle = inCharge === undefined ? undefined : working.get(inCharge);
    const found =
      stranger !== undefined
        ? problem("unknown-person", { name: stranger }, { field: inCharge === undefined ? "mentions" : "personId" })
        : idle?.handles === false
          ? problem("handles-no-complaints", { name: idle.name }, { field: "personId" })
          : undefined;
    if (!found || idempotencyKey === undefined) return found;
    return (await wasCarriedOut(connection, organisation, idempotencyKey)) ? undefined : found;
  });
  if (unfit) throw unfit;
}
