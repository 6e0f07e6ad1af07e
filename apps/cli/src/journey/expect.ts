/** @throws naming what was expected, with what was found. */
export function expectThat(holds: boolean, expected: string, found: unknown): asserts holds {
  if (!holds) throw new Error(`Expected ${expected}, but found ${String(found).slice(0, 600)}`);
}
