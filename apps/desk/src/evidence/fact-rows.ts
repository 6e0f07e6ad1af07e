import { confirmedAtOf, KIND_POLICY, type KeptFact, longOverdueFrom, placesWords } from '@app/evidence';
import { inLondon } from '@app/kernel';
import { staffName } from '../staff-name.js';

export interface FactRow {
  readonly id: string;
  readonly key: string;
  readonly words: string;
  readonly title: string;
  readonly says: string;
  readonly kind: string;
  readonly owner: string;
  readonly state: KeptFact['state'];
  readonly next: string;
  readonly last: string;
  readonly note: string;
  readonly leaves: string;
  readonly source: string;
  readonly source_words: string;
  /** The content names no page, so whoever checks says which they read. */
  readonly asks_page: boolean;
  /** File and line of the first place that says so. */
  readonly place: string;
  readonly more_places: number;
}

/** "30 Nov 2026": many stand under each other, and some are years apart. */
const day = (at: Date): string => inLondon(at).toFormat('d LLL yyyy');

/** Where somebody looks who knows no page: a search for the words. */
const SEARCH = 'https://duckduckgo.com/?q=';

/** Facts as rows of the queue. @param names of staff by id. @param now leaving blueprints is said once it is near or past. */
export const factRows = (
  facts: readonly KeptFact[],
  names: ReadonlyMap<string, string>,
  now: Date,
): FactRow[] =>
  facts.map((kept) => {
    const { fact, newest } = kept;
    const page = fact.page ?? newest?.page ?? null;
    return {
      id: fact.wordsSha256.slice(0, 12),
      key: fact.key,
      words: fact.wordsSha256,
      title: fact.title,
      says: fact.words,
      kind: KIND_POLICY[fact.kind].one,
      owner: KIND_POLICY[fact.kind].owner,
      state: kept.state,
      next: day(kept.nextCheck),
      last: lastWords(kept, names),
      note: newest?.note ?? '',
      leaves: leavesWords(kept, now),
      source: page === null ? SEARCH + encodeURIComponent(searchWords(kept)) : `https://${page}`,
      source_words: page ?? 'Search the web for it',
      asks_page: page === null,
      place: placesWords(fact.places.slice(0, 1)),
      more_places: fact.places.length - 1,
    };
  });

/** What was listed may be only a number or a sentence: the title says enough to find it. */
const searchWords = ({ fact }: KeptFact): string => fact.title.slice(0, 120);

function lastWords({ fact, newest }: KeptFact, names: ReadonlyMap<string, string>): string {
  if (!newest) return fact.unchecked ? 'never checked' : `listed ${fact.written}, not checked since`;
  const found = newest.verdict === 'true' ? 'still true' : newest.verdict;
  return `${found}, ${staffName(names, newest.checkedBy)}, ${day(newest.checkedAt)}`;
}

function leavesWords({ fact, state, newest }: KeptFact, now: Date): string {
  const { leftOut } = KIND_POLICY[fact.kind];
  if (state === 'untrue')
    return leftOut === 'never'
      ? 'blueprints state it until the file is changed'
      : 'left out of new blueprints';
  if (leftOut !== 'untrue or overdue') return '';
  const from = longOverdueFrom({ ...fact, confirmedAt: confirmedAtOf(newest) });
  return from <= now ? 'left out of new blueprints' : `leaves blueprints on ${day(from)}`;
}
