/** Whether a customer reads what is written in the form of this verb. */
export function isReply(verb: string): boolean {
  return verb === "reply" || verb === "answer-at-first-line";
}
