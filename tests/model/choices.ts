/** Choices read from a tape of numbers, so that a counterexample shrinks to a shorter tape. */
export type Choices = {
  /** A whole number from 0, below `count`. */
  below(count: number): number;
  /** True once in so many times. */
  oneIn(count: number): boolean;
  /** One of the values; undefined where there are none. */
  oneOf<T>(values: readonly T[]): T | undefined;
};

export function choicesFrom(tape: readonly number[]): Choices {
  let position = 0;
  const below = (count: number): number => {
    const number = tape[position % tape.length] ?? 0;
    // Reading round and round would repeat the same choices for ever.
    const turned = Math.floor(position / tape.length);
    position += 1;
    return (number + turned * 7919) % count;
  };
  return {
    below,
    oneIn: (count) => below(count) === 0,
    oneOf: (values) => (values.length > 0 ? values[below(values.length)] : undefined),
  };
}
