import { wordsOf } from './normalise.js';

/** Words of a registered name that nobody says. */
const FORMAL = new Set(
  'limited ltd plc llp uk gb group holding service the and company co operation of in britain great store'.split(
    ' ',
  ),
);

/** Large employers by the names people use for them: “Serco” of “SERCO GROUP PLC”. */
export class EmployerNames {
  private readonly names = new Map<string, string>();

  /** @param registered names as registered */
  constructor(registered: readonly string[]) {
    for (const name of registered) {
      const key = keyOf(name);
      if (key.length > 3 && !this.names.has(key)) this.names.set(key, name);
    }
  }

  /** The query, when it names a large employer and nothing else. */
  named(query: string): string | undefined {
    return this.names.has(keyOf(query)) ? query : undefined;
  }
}

const keyOf = (name: string): string =>
  wordsOf(name)
    .filter((word) => !FORMAL.has(word))
    .join('');
