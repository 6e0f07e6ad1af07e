/** Endings of a field or of what people do, and of the people who do it: teach and teaching, carpentry, physiotherapy, accountancy. */
const ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ing$/, ['er', 'or', '', 'e', 'ant', 'ist']],
  [/(.)\1ing$/, ['$1er', '$1']],
  [/cy$/, ['t', 'cist']],
  [/ism$/, ['ist']],
  [/ry$/, ['er', 'ist', 'r', '']],
  [/y$/, ['ist', 'er', 'ian', '']],
  [/ics$|ic$/, ['ician', 'icist']],
  [/ance$|ence$/, ['er', 'or']],
  [/ion$/, ['or', 'er']],
  [/e$/, ['er', 'or']],
  [/$/, ['er', 'or', 'r', 'ist', 'man']],
];

/**
 * Names of the people who do what a word says, as far as titles use them: “driver” of “drive”, “carpenter” of “carpentry”.
 * @param known whether a word stands in a title
 */
export function doersOf(word: string, known: (word: string) => boolean): string[] {
  if (word.length < 3) return [];
  const doers = ENDINGS.flatMap(([ending, others]) =>
    ending.test(word) ? others.map((other) => word.replace(ending, other)) : [],
  );
  return [...new Set(doers)].filter((doer) => doer !== word && doer.length > 3 && known(doer)).slice(0, 4);
}

/** Two words that titles write as one, and one that they write as two: every way to read the words with one such change. */
export function rejoined(words: readonly string[], known: (word: string) => boolean): string[][] {
  const joined = words.slice(0, -1).flatMap((word, place) => {
    const one = word + (words[place + 1] ?? '');
    return known(one) ? [[...words.slice(0, place), one, ...words.slice(place + 2)]] : [];
  });
  const parted = words.flatMap((word, place) =>
    known(word)
      ? []
      : Array.from({ length: Math.max(0, word.length - 5) }, (_, cut) => cut + 3)
          .map((cut) => [word.slice(0, cut), word.slice(cut)])
          .filter((parts) => parts.every(known))
          .map((parts) => [...words.slice(0, place), ...parts, ...words.slice(place + 1)]),
  );
  return [...joined, ...parted];
}
