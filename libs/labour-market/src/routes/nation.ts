export const NATIONS = ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const;
export type Nation = (typeof NATIONS)[number];

const BY_LETTER: Readonly<Record<string, Nation>> = {
  E: 'England',
  W: 'Wales',
  S: 'Scotland',
  N: 'Northern Ireland',
};

/** The nation of an ONS region or country code (`E12000007`, `W92000004`), if one was given. */
export const nationOf = (region: string | undefined): Nation | undefined =>
  BY_LETTER[region?.charAt(0) ?? ''];

const NAMES: Readonly<Record<Nation, RegExp>> = {
  England: /\b(England|English)\b/,
  Wales: /\b(Wales|Welsh)\b/,
  Scotland: /\b(Scotland|Scottish)\b/,
  'Northern Ireland': /\b(Northern Ireland|NI)\b/,
};

/** A text with a capital letter; eTeach and techUK keep their own small one. */
export const capitalised = (text: string): string =>
  /^\p{Ll}+\p{Lu}/u.test(text) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * A text without the sentences and clauses that are of other nations alone: what holds in Scotland is no help in Kent. All of it where nothing would be
 * left, and for who did not say where they live.
 */
export function inNation(text: string, nation: Nation | undefined): string {
  if (nation === undefined) return text;
  const isTheirs = (part: string): boolean => {
    const named = NATIONS.filter((one) => NAMES[one].test(part));
    return named.length === 0 || named.includes(nation) || /\b(?:elsewhere|other nations)\b/.test(part);
  };
  const kept = text
    .split(/(?<=[.?!]) (?=\p{Lu})/u)
    .flatMap((sentence) => {
      const clauses = sentence.replace(/\.$/, '').split('; ');
      const theirs = clauses.filter(isTheirs).join('; ');
      if (theirs === '') return [];
      const stop = sentence.endsWith('.') ? '.' : '';
      return [`${capitalised(theirs)}${stop}`];
    })
    .join(' ');
  return kept === '' ? text : kept;
}
