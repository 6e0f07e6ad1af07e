import { DomainError } from '@app/kernel';

/** A source file is damaged, cut short or not the one expected. Names the file, the row (1-based, header included) and why. */
export class ImportError extends DomainError {
  constructor(
    readonly file: string,
    readonly row: number | null,
    readonly reason: string,
  ) {
    super('import_invalid', `${file}${row === null ? '' : `, row ${row}`}: ${reason}`, { file, row, reason });
  }
}
