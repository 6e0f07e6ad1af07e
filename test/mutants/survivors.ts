/** A mutant no test noticed. */
export interface Survivor {
  readonly file: string;
  /** From 1; only for people, since lines move. */
  readonly line: number;
  readonly mutator: string;
  /** What stood there, and what was put in its place: one line, cut at 80 characters. */
  readonly original: string;
  readonly replacement: string;
}

/** A survivor that was looked at, and why it may live. */
export interface Known extends Omit<Survivor, 'line'> {
  readonly part: string;
  readonly reason: string;
}

const keyOf = ({ file, mutator, original, replacement }: Omit<Survivor, 'line'>): string =>
  [file, mutator, original, replacement].join(' ');

/** What survives of a part without a reason, and what has a reason but does not survive any more. */
export function compare(
  part: string,
  survivors: readonly Survivor[],
  known: readonly Known[],
): { readonly unexplained: Survivor[]; readonly gone: Known[] } {
  const ofPart = known.filter((each) => each.part === part && each.reason.trim() !== '');
  const explained = new Set(ofPart.map(keyOf));
  const found = new Set(survivors.map(keyOf));
  return {
    unexplained: survivors.filter((each) => !explained.has(keyOf(each))),
    gone: ofPart.filter((each) => !found.has(keyOf(each))),
  };
}
