/** A run of words that both texts have, or only one of them. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How one text became another, word by word: the longest common run of words stays, the rest was removed or added. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const common = commonLengths(a, b);
  const parts: { kind: DiffPart['kind']; words: string[] }[] = [];
  const add = (kind: DiffPart['kind'], word: string): void => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else parts.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i] ?? '');
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      add('removed', a[i] ?? '');
      i += 1;
    } else {
      add('added', b[j] ?? '');
      j += 1;
    }
  }
  return parts.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}

/** How many words an edit changed: the more of those it took away and those it put in. */
export function wordsChanged(before: string, after: string): number {
  const count = (kind: DiffPart['kind']): number =>
    wordDiff(before, after)
      .filter((part) => part.kind === kind)
      .reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  return Math.max(count('removed'), count('added'));
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** For each pair of places, how many words both texts have in common from there on. Blocks are short, so the table is. */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row)
        row[j] =
          a[i] === b[j]
            ? (table[i + 1]?.[j + 1] ?? 0) + 1
            : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}
