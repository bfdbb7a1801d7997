import { pagesOf, whoIs } from "../api/ask.ts";
import { tellOtherWindows } from "./other-windows.ts";
import type { Session } from "./session.ts";

const CHANNEL = "hoiam-person";
const NOBODY = "";

/** Tells the other windows of this browser who has signed in; undefined: that whoever was here has left. */
export function tellWhoIsHere(person: Pick<Session, "organisation" | "personId"> | undefined): void {
  tellOtherWindows(CHANNEL, person ? whoIs(person) : NOBODY);
}

/**
 * A browser has one session and many windows: when its person leaves in one of them, or another person comes, the others show
 * nothing of the first any more. What was typed there is kept under its writer's name. Once a page.
 */
export function followWhoIsHere(): void {
  new BroadcastChannel(CHANNEL).addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const here = pagesOf();
    if (here !== undefined && data !== here) location.reload();
  });
}
