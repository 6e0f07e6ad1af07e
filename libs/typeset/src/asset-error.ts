/** A font, template or learning file is missing or wrong. Raised at boot, naming the file, so that no broken PDF is ever made. */
export class AssetError extends Error {
  constructor(
    readonly file: string,
    problem: string,
    readonly line?: number,
  ) {
    super(`${line === undefined ? file : `${file}:${line}`}: ${problem}`);
    this.name = 'AssetError';
  }
}
