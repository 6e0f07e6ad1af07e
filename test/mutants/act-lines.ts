import { readdirSync, readFileSync } from 'node:fs';

const ACTS = 'libs/orders/src/acts';

/**
 * The lines of the acts in which they ask the database (`look`), or all the rest, as Stryker wants them: `file:from-to`, from 1, both inside.
 * The question stands between the act's name and its rule (`decide`).
 */
export const actLines = (of: 'look' | 'rest'): readonly string[] =>
  readdirSync(ACTS)
    .filter((name) => name.endsWith('.act.ts'))
    .flatMap((name) => {
      const file = `${ACTS}/${name}`;
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
      const look = lines.findIndex((line) => line.startsWith('  look: ')) + 1;
      if (look === 0) return of === 'rest' ? [file] : [];
      const decide = lines.findIndex((line) => line.startsWith('  decide: ')) + 1;
      return of === 'look'
        ? [`${file}:${look}-${decide - 1}`]
        : [`${file}:1-${look - 1}`, `${file}:${decide}-${lines.length}`];
    });
