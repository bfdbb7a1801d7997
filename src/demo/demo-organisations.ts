import type { DemoOrganisation } from "./story.ts";
import { bkns } from "./stories/bkns/bkns.ts";
import { dcnet } from "./stories/dcnet/dcnet.ts";
import { ihostinger } from "./stories/ihostinger/ihostinger.ts";
import { kplus } from "./stories/kplus/kplus.ts";
import { vnptHue } from "./stories/vnpt-hue/vnpt-hue.ts";
import { vntt } from "./stories/vntt/vntt.ts";

export const demoOrganisations: readonly DemoOrganisation[] = [vntt, dcnet, bkns, ihostinger, kplus, vnptHue];
