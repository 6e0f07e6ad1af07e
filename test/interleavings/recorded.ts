/** One statement as it was sent. */
export interface Statement {
  /** Which connection of the call, from 1: what is sent on another one is in another transaction. */
  readonly connection: number;
  readonly sql: string;
  /** How many rows it gave or changed; none when it failed. */
  rows?: number;
  /** The keys of rows that it was given or gave back, each by a number of the call: what shares none with a later step is about something else. */
  about: number[];
}

/** What one request or one job sent to the database, in order. */
export interface Recorded {
  /** `POST /order/new`, or the name of a job. */
  readonly call: string;
  readonly statements: Statement[];
}

/** Every line that a process adds to its file in the folder of the recordings. */
export type Line = Recorded | { readonly routes: readonly string[] } | { readonly jobs: readonly string[] };

/** Two lines that are alike tell the same: what a call sent, not about which rows. */
export const alike = (line: Line): string =>
  JSON.stringify(
    'call' in line
      ? [
          line.call,
          line.statements.map(({ connection, sql, rows }) => [
            connection,
            sql,
            rows === undefined ? rows : Math.min(rows, 1),
          ]),
        ]
      : line,
  );
