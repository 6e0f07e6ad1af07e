import { isEmail } from 'class-validator';

const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;

/** NFC, outer white space gone, inner white space (no-break spaces too) as single spaces. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[\s\u00a0]+/gu, ' ');

/** Several lines of plain words: line breaks alike, at most one empty line between paragraphs, no other control characters. */
export const tidyParagraphs = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** Line breaks, controls, and the marks that would turn the direction of the text around the name. Joiners stay: Persian and Hindi need them. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Why a name cannot be printed on the blueprint, in words for its owner; undefined when it can. Any script is welcome. */
export function customerNameProblem(raw: string): string | undefined {
  const name = tidyText(raw);
  if (name.length === 0) return 'Enter your name as it should appear on the blueprint.';
  if (UNPRINTABLE.test(raw.trim()))
    return 'Your name holds a character that cannot be printed. Please type it again.';
  if ([...name].length > LONGEST_NAME || name.length > 200)
    return `Enter a name of at most ${LONGEST_NAME} characters.`;
  if (!/\p{L}/u.test(name)) return 'Enter a name with at least one letter.';
  return undefined;
}

/** Why an address cannot be written to, in words for its owner; undefined when it can. */
export function customerEmailProblem(raw: string): string | undefined {
  const email = tidyText(raw);
  if (email.length === 0) return 'Enter your email address. The blueprint is sent to it.';
  if (email.length > LONGEST_EMAIL) return `Enter an email address of at most ${LONGEST_EMAIL} characters.`;
  if (!isEmail(email, { allow_utf8_local_part: false }))
    return 'Enter an email address like name@example.com.';
  return undefined;
}
