/** A text from a form or an address, safe to search for and to store: trimmed, bounded, without control characters. Anything else is ''. */
export const requestText = (value: unknown, longest = 2_000): string =>
  typeof value === 'string'
    ? value
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .normalize('NFC')
        .trim()
        .slice(0, longest)
    : '';
