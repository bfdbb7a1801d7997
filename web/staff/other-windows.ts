/** Tells the other windows of this browser something. Channels of the same name reach windows of this origin only. */
export function tellOtherWindows(channel: string, message: string | boolean): void {
  const others = new BroadcastChannel(channel);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  others.postMessage(message);
  others.close();
}
