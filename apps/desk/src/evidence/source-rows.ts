import {
  type FactSource,
  type FactWork,
  confirmedAtOf,
  KIND_POLICY,
  type KeptFact,
  KINDS,
} from '@app/evidence';
import { inLondon } from '@app/kernel';
import { staffName } from '../staff-name.js';

/** A source whose facts are due, as a row of the queue. */
export interface SourceRow {
  readonly name: string;
  readonly href: string;
  /** "12 licences, 3 routes" */
  readonly holds: string;
  readonly due: string;
  readonly last: string;
  readonly next: string;
}

/** Where the facts of a source are compared. @param only the kind that the queue was narrowed to, so that it stays so. */
export function sourceHref({ page, kind }: Pick<FactSource, 'page' | 'kind'>, only = ''): string {
  const asked = new URLSearchParams(page !== null ? { page } : { without: kind ?? '' });
  if (only !== '') asked.set('kind', only);
  return `/evidence/source?${asked.toString()}`;
}

export const sourceName = ({ page, kind }: Pick<FactSource, 'page' | 'kind'>): string =>
  page ?? (kind ? `${KIND_POLICY[kind].title}, no page named` : 'No page named');

export const sourceRows = (
  sources: readonly FactSource[],
  names: ReadonlyMap<string, string>,
  only: string,
): SourceRow[] =>
  sources.map((source) => ({
    name: sourceName(source),
    href: sourceHref(source, only),
    holds: holds(source.facts),
    due: whole(source.facts.length),
    last: lastLook(source.facts, names),
    next: day(
      source.facts.reduce(
        (least, { nextCheck }) => (nextCheck < least ? nextCheck : least),
        source.facts[0].nextCheck,
      ),
    ),
  }));

/** "12 licences, 3 routes", what matters most first. */
export function holds(facts: readonly KeptFact[]): string {
  const counts = new Map<string, number>();
  for (const { fact } of facts) counts.set(fact.kind, (counts.get(fact.kind) ?? 0) + 1);
  return KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    const { one, many } = KIND_POLICY[kind];
    return count === undefined ? [] : [`${whole(count)} ${count === 1 ? one : many}`];
  }).join(', ');
}

/** The newest look that somebody here had at any of them. */
function lastLook(facts: readonly KeptFact[], names: ReadonlyMap<string, string>): string {
  const looks = facts.flatMap(({ newest }) => newest ?? []);
  const newest = looks.reduce<(typeof looks)[number] | undefined>(
    (last, one) => (last && last.checkedAt > one.checkedAt ? last : one),
    undefined,
  );
  return newest ? `${day(newest.checkedAt)}, ${staffName(names, newest.checkedBy)}` : 'never';
}

/** What waits, in sentences. */
export function workWords({ looks, pages, alone, longOverdue, pace }: FactWork): string[] {
  if (looks === 0) return [];
  return [
    `One look at a page answers every fact on it: ${counted(pages, 'page')}${alone > 0 ? `, and ${counted(alone, 'fact')} that ${alone === 1 ? 'names' : 'name'} no page and ${alone === 1 ? 'needs' : 'need'} a search each` : ''}.`,
    ...(longOverdue > 0 ? [`${counted(longOverdue, 'look')} long overdue: start there.`] : []),
    ...(pace
      ? [
          `With ${counted(pace.aDay, 'look')} a working day none ${longOverdue > 0 ? 'more ' : ''}becomes long overdue; the first would on ${day(pace.first)}.`,
        ]
      : []),
  ];
}

/** How old what we say is, by kind. */
export const ageRows = (all: readonly KeptFact[]): object[] =>
  KINDS.map((name) => {
    const facts = all.filter(({ fact }) => fact.kind === name);
    const ages = facts.map(({ fact, newest }) => {
      const found = confirmedAtOf(newest);
      return found ? inLondon(found).toFormat('yyyy-LL') : fact.written;
    });
    return {
      ...KIND_POLICY[name],
      facts: whole(facts.length),
      checked: whole(facts.filter(({ newest }) => newest !== undefined).length),
      oldest: ages.length > 0 ? ages.reduce((least, one) => (one < least ? one : least)) : '',
    };
  });

const day = (at: Date): string => inLondon(at).toFormat('d LLL yyyy');
export const whole = (amount: number): string => amount.toLocaleString('en-GB');
const counted = (amount: number, noun: string): string =>
  `${whole(amount)} ${noun}${amount === 1 ? '' : 's'}`;
