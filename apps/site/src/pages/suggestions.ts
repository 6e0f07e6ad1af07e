import type { SearchAnswer } from '@app/occupations';

/** More rows than this hide the page, and nobody reads them while typing. */
export const MOST_SUGGESTIONS = 8;

/** What stands under a search field while somebody types. */
export interface Suggestions {
  /** Spoken to who cannot see the list. */
  readonly words: string;
  readonly hits: readonly {
    readonly slug: string;
    readonly title: string;
    /** Another name of the same work, when that is what was found. */
    readonly also?: string;
  }[];
}

/** The rows of a search as suggestions; the same occupations in the same order as the page of results has them. */
export function suggestionsOf({ hits, note }: SearchAnswer): Suggestions {
  const rows = hits.slice(0, MOST_SUGGESTIONS).map(({ slug, title, matchedTitle }) => ({
    slug,
    title,
    ...(sameWords(title, matchedTitle) ? {} : { also: matchedTitle }),
  }));
  const many = rows.length === 1 ? '1 job title.' : `${rows.length} job titles.`;
  if (rows.length === 0) return { words: note ? `${note.heading}.` : 'No job title yet.', hits: [] };
  return { words: `${many} Up and down arrows choose.`, hits: rows };
}

const sameWords = (a: string, b: string): boolean =>
  a.localeCompare(b, 'en-GB', { sensitivity: 'base' }) === 0;
