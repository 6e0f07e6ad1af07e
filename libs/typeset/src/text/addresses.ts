export interface Address {
  /** Where it stands in the text: from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** Web and email addresses as people write them; the endings are those that the copy uses, so that no abbreviation is taken for one. */
const ADDRESS =
  /(?:https?:\/\/)?(?:[\w.+-]+@)?(?:(?:[a-z0-9-]+\.)+(?:uk|com|org|net|example)\b|localhost)(?::\d+)?(?:\/[^\s)\]”"]*)?/giu;

/** The addresses in a line of text. `siteUrl` says by which scheme our own site is reached; all others are https. */
export function addressesIn(text: string, siteUrl: string): Address[] {
  if (!/\.[a-z]|localhost/i.test(text)) return [];
  return [...text.matchAll(ADDRESS)].map((match) => {
    const words = match[0].replace(/[.,;:!?]+$/u, '');
    return { start: match.index, end: match.index + words.length, url: urlOf(words, siteUrl) };
  });
}

function urlOf(words: string, siteUrl: string): string {
  if (/^https?:/i.test(words)) return words;
  if (words.includes('@')) return `mailto:${words}`;
  const [scheme, host = ''] = siteUrl.split('://');
  return words === host || words.startsWith(`${host}/`) ? `${scheme}://${words}` : `https://${words}`;
}
