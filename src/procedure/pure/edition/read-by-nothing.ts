/**
 * Values of a pack that the program keeps and decides nothing by yet, as paths without the entries of lists. What cites a row
 * from there does not make it live, and a reading that names one says for which part it waits. Whatever begins to read one takes it
 * out of here.
 */
export const readByNothing: readonly string[] = [
  // Reports.
  "indicators",
  "registers.exchange",
  // By what a paper may leave: who issues it says so.
  "papers.channels",
  "papers.keptAs",
  // Screens.
  "words",
  // Written into the file for whoever may refuse; only a move refuses.
  "timeBars.lateness",
];

/** Whether a value, by the names on its path without the entries of lists, is one that nothing reads. */
export function isReadByNothing(names: readonly string[]): boolean {
  return names.some((_name, index) => readByNothing.includes(names.slice(0, index + 1).join(".")));
}
