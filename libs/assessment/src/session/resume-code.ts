import { hashSecret, newReference } from '@app/kernel';

/** 16 characters of five bits: 80 bits, enough that nobody finds one by trying. */
const CHARACTERS = 16;
const GROUPED = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/;

/** A code that opens an assessment: `7K3M-9QXT-2B8D-WJ4F`. Shown to the person once it exists; only its hash is kept. */
export const newResumeCode = (): string => newReference('', CHARACTERS);

/**
 * The code as issued from what a person typed: case, spaces and hyphens do not matter, and letters that look like digits count as them.
 * @returns undefined when it cannot be one of ours
 */
export function readResumeCode(typed: string): string | undefined {
  const plain = typed
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const code = plain.match(/.{1,4}/g)?.join('-') ?? '';
  return GROUPED.test(code) ? code : undefined;
}

/** How a code is kept and looked up. */
export const resumeCodeHash = (code: string): Buffer => hashSecret(code);
