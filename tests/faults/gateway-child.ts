import pg from "pg";
import { gatewayCarrier } from "../../src/channels/send-out/gateway-carrier.ts";
import { outboxSender } from "../../src/channels/send-out/outbox-sender.ts";
import { loadMailTexts } from "../../src/procedure/load/mail-texts.ts";
import { testSecretsKey as key } from "../support/arrivals.ts";
import { openTestStore } from "../support/store.ts";
import { dieBefore } from "./die-at.ts";

// Sends what waits by gateways, and dies before its first step of a name; otherwise it ends with 0 when nothing is left.
const [databaseUrl, gatewayPort, dyingBefore] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, pipeline: true });
const store = await openTestStore({ pool });
const dying = dieBefore(dyingBefore, { mailPort: Number(gatewayPort) });
const texts = loadMailTexts(store.registry.editions());
const gateways = gatewayCarrier({ store, key, texts, publicUrl: "https://hoiam.example", silent: new Set() });
const sender = outboxSender({ store, all: [gateways] });
dying.begin();
while ((await sender.turn("vntt")) > 0);
process.exit(0);
