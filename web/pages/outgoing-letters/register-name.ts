/** What people call a register; one that a pack added stands for itself. */
export function registerName(register: string, words: { outgoing: string; receipts: string; minutes: string }): string {
  const names: Readonly<Record<string, string>> = {
    outgoing: words.outgoing,
    receipts: words.receipts,
    minutes: words.minutes,
  };
  return names[register] ?? register;
}
