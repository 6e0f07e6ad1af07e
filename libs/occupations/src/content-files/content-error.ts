import { DomainError } from '@app/kernel';

/** A content file is not as it should be. Says which file and line, one problem a line of text. */
export class ContentError extends DomainError {
  constructor(readonly problems: readonly string[]) {
    super('content_invalid', `Content files need mending:\n${problems.join('\n')}`, { problems });
  }
}
