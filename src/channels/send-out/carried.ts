import type { ChannelType } from "../../procedure/pure/vocabulary.ts";
import type { Store } from "../../store/open-store.ts";
import type { Carrier } from "../../store/outbox-sending.ts";

/** What the program sends by each type of channel. A web form's customers read the answer on their page, and are told of it by mail. */
const carrierOfType: Partial<Record<ChannelType, Carrier>> = {
  email: "mail",
  "web-form": "mail",
  ticket: "mail",
  sms: "sms",
  chat: "chat",
};

/** The carrier of a channel type; undefined: a person says, posts or hands over what goes by it. */
export function carrierOf(type: ChannelType | undefined): Carrier | undefined {
  return type === undefined ? undefined : carrierOfType[type];
}

/** The carrier of each channel that any edition of this organisation has; of two editions the newer one counts. */
export function carriersOfChannels(
  { registry }: Pick<Store, "registry">,
  organisation: string,
): Readonly<Record<string, Carrier>> {
  const found: Record<string, Carrier> = {};
  for (const { ref, channels } of registry.editions()) {
    if (ref.organisation !== organisation) continue;
    for (const { id, type } of channels) {
      const carrier = carrierOf(type);
      if (carrier !== undefined) found[id] = carrier;
    }
  }
  return found;
}
