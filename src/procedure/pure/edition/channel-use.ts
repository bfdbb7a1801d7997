import type { ChannelType } from "../vocabulary.ts";
import type { Edition } from "./edition.ts";
import type { Channel } from "./parties.ts";

/** Between colleagues and authorities: nothing that a customer could use. */
const NOT_FOR_CUSTOMERS: readonly ChannelType[] = ["unit", "partner", "press", "authority"];

export function isForCustomers({ type }: Pick<Channel, "type">): boolean {
  return !NOT_FOR_CUSTOMERS.includes(type);
}

/** Whether something can be sent to a customer by it: nothing leaves by a form that customers fill in. */
export function isOutgoing(channel: Pick<Channel, "type">): boolean {
  return isForCustomers(channel) && channel.type !== "web-form";
}

/** The channel of the pack by which the web's complaints come: its form, or its customers' portal. */
export function webChannelOf({ channels }: Edition): Channel | undefined {
  return channels.find(({ type }) => type === "web-form") ?? channels.find(({ type }) => type === "ticket");
}

/** How what comes by a channel gets in: on the customers' pages, typed by staff, or typed by staff until it is connected. */
export const channelEntries = ["pages", "staff", "not-connected"] as const;
export type ChannelEntry = (typeof channelEntries)[number];

const BY_PROGRAM: readonly ChannelType[] = ["email", "web-form", "ticket", "sms", "chat"];

export function channelEntry(channel: Channel, edition: Edition): ChannelEntry {
  if (webChannelOf(edition)?.id === channel.id) return "pages";
  return BY_PROGRAM.includes(channel.type) ? "not-connected" : "staff";
}
