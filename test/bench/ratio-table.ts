/** One measured ratio or count beside its bar. */
export interface Row {
  readonly what: string;
  /** What was measured: "1.31 ×". */
  readonly seen: string;
  readonly bar: string;
  /** Null when it could not be measured here; `note` says why. */
  readonly pass: boolean | null;
  readonly note?: string;
}

export const times = (value: number): string => `${value.toFixed(2)} ×`;
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`;

/** Says what is being measured while it is, as it takes a while. */
export const progress = (what: string): void => void process.stderr.write(`… ${what}\n`);

/** Prints the rows as a table and returns true when none fails. */
export function printTable(title: string, rows: readonly Row[]): boolean {
  const cells = rows.map(({ what, seen, bar, pass, note = '' }) => [
    pass === null ? 'skipped' : pass ? 'pass' : 'FAIL',
    what,
    seen,
    bar,
    note,
  ]);
  const head = ['', 'what', 'seen', 'bar', ''];
  const widths = head.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of cells) console.log(line(row));
  return rows.every(({ pass }) => pass !== false);
}
