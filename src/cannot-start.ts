/**
 * Something outside the program keeps it from starting: a port that is taken, a folder of another user, a wrong setting.
 * The message is one line for the person at the terminal, or a few short ones, and says what to do; no stack trace is shown for it.
 */
export class CannotStart extends Error {
  readonly exitCode: number;

  /** @param exitCode 2 for a wrong setting or argument, 1 for everything else. */
  constructor(message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "CannotStart";
    this.exitCode = options.exitCode ?? 1;
  }
}
