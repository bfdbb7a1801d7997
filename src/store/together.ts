import pg from "pg";

type Waiting<Asked, Answer> = {
  asked: Asked;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
};

/**
 * Carries out together what is asked at the same moment: in one turn of the event loop, or while the call before is under way.
 * Nothing else is waited for, so that who asks alone is served at once.
 *
 * Where a call fails and the database wrote nothing of it, each of its own is done again alone: what is wrong with one costs nobody
 * else anything.
 *
 * @param options.together answers each, in their order, all of them or none; must not wait long, because the next call waits for it
 * @param options.alone answers one, and may take its time
 * @param options.togetherMax how many at most leave with one call
 */
export function gather<Asked, Answer>(options: {
  together: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
  alone: (asked: Asked) => Promise<Answer>;
  togetherMax: number;
}): (asked: Asked) => Promise<Answer> {
  const { together, alone, togetherMax } = options;
  const waiting: Waiting<Asked, Answer>[] = [];
  let isUnderWay = false;

  const leave = async () => {
    while (waiting.length > 0) {
      const group = waiting.splice(0, togetherMax);
      try {
        const answers = await together(group.map(({ asked }) => asked));
        group.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
      } catch (error) {
        for (const { asked, resolve, reject } of group)
          if (isNothingWritten(error)) alone(asked).then(resolve, reject);
          else reject(error);
      }
    }
    isUnderWay = false;
  };

  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      // What one answer of the database woke, or came over the network with it, asks in the same turn.
      setImmediate(() => void leave());
    });
}

/** A connection that broke may have written everything: what was asked is then not asked again. */
function isNothingWritten(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === "ERROR";
}
