/** Prints one line a step with its time, and remembers whether all went well. */
export class JourneyReport {
  private readonly began = Date.now();
  private count = 0;

  constructor(private readonly print: (line: string) => void) {}

  /** Runs a step. @throws the step's error, after printing which step it was. */
  async step<T>(what: string, work: () => Promise<T>): Promise<T> {
    const started = Date.now();
    this.count += 1;
    try {
      const result = await work();
      this.print(`  ok   ${what} (${Date.now() - started} ms)`);
      return result;
    } catch (error) {
      this.print(`  FAIL ${what} (${Date.now() - started} ms)`);
      throw error;
    }
  }

  end(): void {
    this.print(`\n${this.count} passed, 0 failed (${((Date.now() - this.began) / 1000).toFixed(1)} s)`);
  }
}
