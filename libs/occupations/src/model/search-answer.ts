import type { SearchHit } from './search-hit.js';

/**
 * What a search found. *jobs*: occupations that fit the words. *place*: the words name an employer, a place or a field of work, and the
 * occupations are those many people do there. *not-in-work*: they say how somebody stands outside work. *nothing-close*: no occupation is
 * near enough to be shown.
 */
export type SearchAnswerKind = 'jobs' | 'place' | 'not-in-work' | 'nothing-close';

/** The answer to a search: occupations, likeliest first, and what the words are when they are no job. */
export interface SearchAnswer {
  readonly answer: SearchAnswerKind;
  /** For places and people outside work: a heading and a sentence or two for the page. */
  readonly note?: { readonly heading: string; readonly text: string };
  readonly hits: readonly SearchHit[];
}
