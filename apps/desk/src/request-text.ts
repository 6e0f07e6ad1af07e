/** A text from a form or an address, safe to search for and to store: trimmed, bounded, without control characters. Anything else is ''. */
export const requestText = (value: unknown, longest = 2_000): string =>
  typeof value === 'string'
    ? value
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .normalize('NFC')
        .trim()
        .slice(0, longest)
    : '';

/** The number of a page in an address; 1 for anything that is none. */
export const pageNumber = (given: unknown): number =>
  typeof given === 'string' && /^[1-9]\d{0,4}$/.test(given) ? Number(given) : 1;
