import { DomainError } from '@app/kernel';

/** The data set in the folder is not whole: a file is missing, changed or of another format. Names the file. */
export class DatasetError extends DomainError {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super('dataset_invalid', `Catalogue file ${file}: ${reason}`, { file, reason });
  }
}
