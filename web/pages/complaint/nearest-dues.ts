type Running = { status: string; origin: "procedure" | "law" | "internal"; dueAt: string };

/** The nearest day towards the customer, which queue and overview show too, and then the nearest inside the house. */
export function nearestDues<Clock extends Running>(clocks: readonly Clock[]): Clock[] {
  const running = clocks
    .filter(({ status }) => status === "running")
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const outside = running.find(({ origin }) => origin !== "internal");
  const inside = running.find(({ origin }) => origin === "internal");
  return [outside, inside].filter((clock) => clock !== undefined);
}
