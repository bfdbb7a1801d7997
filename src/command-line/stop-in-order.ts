/** What was started, to be stopped in the opposite order: what uses another thing stops before it. */
export class StopInOrder {
  readonly #steps: { name: string; stop: () => Promise<unknown> }[] = [];
  #stopping: Promise<void> | undefined;

  add(name: string, stop: () => Promise<unknown>): void {
    this.#steps.push({ name, stop });
  }

  get begun(): boolean {
    return this.#stopping !== undefined;
  }

  /** Stops everything once. A step that fails is told, and does not keep the others from stopping. */
  stopAll(): Promise<void> {
    this.#stopping ??= this.#stopEach();
    return this.#stopping;
  }

  async #stopEach(): Promise<void> {
    for (const { name, stop } of this.#steps.reverse()) {
      try {
        await stop();
      } catch (error) {
        console.error(
          `Hồi Âm: ${name} did not stop cleanly (${error instanceof Error ? error.message : String(error)}).`,
        );
        process.exitCode = 1;
      }
    }
  }
}
