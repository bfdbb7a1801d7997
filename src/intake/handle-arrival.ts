import type { Actor } from "../complaint/context.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { endArrival, undoSetAside, type Arrival } from "../store/arrivals.ts";
import { actorRef } from "../complaint/context.ts";
import type { IntakeWiring } from "./take-in.ts";

type Asked = Pick<Arrival, "organisation" | "arrivalId"> & { actor: Actor & { kind: "person" } };

/** Puts it aside: it is none of a complaint's. @returns whether it waited */
export function setAside({ store }: IntakeWiring, asked: Asked & { reason: string }): Promise<boolean> {
  const { organisation, actor, reason } = asked;
  return writeInside(store.pool, organisation, (connection) =>
    endArrival(connection, asked, { status: "set-aside", reason, handledBy: actorRef(actor) }),
  );
}

/** The way back. @returns whether it was set aside */
export function putBack({ store }: IntakeWiring, asked: Asked): Promise<boolean> {
  return writeInside(store.pool, asked.organisation, (connection) => undoSetAside(connection, asked));
}
