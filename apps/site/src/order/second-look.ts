import { projectPath } from '@app/config';
import { emailSuggestion } from '@app/orders';
import { coverLine, FontSet } from '@app/typeset';

/** What is worth a second look before paying. Nothing here refuses an order: sent once more as it is, it goes through. */
export interface SecondLook {
  /** The address that was probably meant. */
  readonly meant: string | undefined;
  /** The name as it will stand on the cover; empty when none of it can be printed. */
  readonly cover: string;
  /** Letters of the name that no font has. */
  readonly missing: readonly string[];
}

const fonts = (): FontSet => FontSet.load(projectPath('templates', 'blueprint', 'fonts'));

export function secondLook({ name = '', email = '' }: { name?: string; email?: string }): SecondLook {
  const { line, missing } = coverLine(name, fonts());
  return { meant: emailSuggestion(email.trim()), cover: line, missing };
}

/** Names what was looked at, so that the same again is not asked about twice. */
export const lookedAt = ({ name = '', email = '' }: { name?: string; email?: string }): string =>
  `${name.trim()} <${email.trim()}>`;

export const asksAnything = ({ meant, missing }: SecondLook): boolean =>
  meant !== undefined || missing.length > 0;
