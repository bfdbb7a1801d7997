import type { Api, Wiring } from "../http/api.ts";
import { smsHookRoutes } from "../sms/hooks.ts";
import { zaloHookRoutes } from "../zalo/hooks.ts";
import { keepRawBodies } from "./open-hook.ts";

/** `/hooks/v1/{organisation}/{connectionId}/…`: where services outside call; each channel brings its own. */
export function hookRoutes(routes: Api, wiring: Wiring): void {
  keepRawBodies(routes);
  smsHookRoutes(routes, wiring);
  zaloHookRoutes(routes, wiring);
}
