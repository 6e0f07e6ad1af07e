/** One contradiction on a page and where it stands: the path in the report, which is also the path in an edited content file. */
export interface Breach {
  readonly path: readonly (string | number)[];
  readonly message: string;
}
