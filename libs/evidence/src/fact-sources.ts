import type { FactKind } from '@app/blueprint';
import { inLondon } from '@app/kernel';
import { KIND_POLICY, longOverdueFrom } from './evidence-policy.js';
import { confirmedAtOf, type KeptFact } from './evidence.service.js';

/** What one look answers: every fact that rests on one page. Facts of a kind that name no page stand together, though each needs a search of its own. */
export interface FactSource {
  /** Without `https://`; null where nobody knows a page yet. */
  readonly page: string | null;
  /** Of the facts without a page. */
  readonly kind: FactKind | null;
  /** What matters most first. */
  readonly facts: readonly [KeptFact, ...KeptFact[]];
  readonly looks: number;
}

/** The work that waits, and how much of it a working day must see. */
export interface FactWork {
  readonly looks: number;
  readonly pages: number;
  /** Facts that name no page. */
  readonly alone: number;
  /** Looks that have waited too long already. */
  readonly longOverdue: number;
  /** With so many a working day nothing more becomes long overdue, and when the first would; null when nothing has a time to come. */
  readonly pace: { readonly aDay: number; readonly first: Date } | null;
}

/** Where a fact is read: the page that the content names, else the one that somebody read it on. */
export const pageOf = ({ fact, newest }: KeptFact): string | null => fact.page ?? newest?.page ?? null;

/** Facts by where they are read: the law, money and help first, then what is due longest, then the page that answers most. */
export function sourcesOf(facts: readonly KeptFact[]): FactSource[] {
  const groups = new Map<string, KeptFact[]>();
  for (const kept of facts) {
    const name = pageOf(kept) ?? ` ${kept.fact.kind}`;
    const group = groups.get(name);
    if (group) group.push(kept);
    else groups.set(name, [kept]);
  }
  return [...groups.values()]
    .flatMap((group): FactSource[] => {
      const [first, ...rest] = group.sort(byRank);
      if (!first) return [];
      const page = pageOf(first);
      return [
        {
          page,
          kind: page === null ? first.fact.kind : null,
          facts: [first, ...rest],
          looks: page === null ? group.length : 1,
        },
      ];
    })
    .sort(
      (a, b) =>
        byRank(a.facts[0], b.facts[0]) ||
        b.facts.length / b.looks - a.facts.length / a.looks ||
        (nameOf(a) < nameOf(b) ? -1 : 1),
    );
}

/** The sources of what is due; of one kind, whole where a page holds something of it, since one look answers all of it. */
export function dueSources(all: readonly KeptFact[], kind: FactKind | ''): FactSource[] {
  const due = all.filter(({ state }) => state === 'due');
  if (kind === '') return sourcesOf(due);
  const pages = new Set(due.filter(({ fact }) => fact.kind === kind).map(pageOf));
  return sourcesOf(
    due.filter((one) => {
      const page = pageOf(one);
      return page === null ? one.fact.kind === kind : pages.has(page);
    }),
  );
}

/** Facts without a page come after those with one. */
const nameOf = ({ page }: FactSource): string => page ?? '~';
const rank = ({ fact }: KeptFact): number => KIND_POLICY[fact.kind].rank;
const byRank = (a: KeptFact, b: KeptFact): number =>
  rank(a) - rank(b) || a.nextCheck.getTime() - b.nextCheck.getTime();

/** @param sources of the facts that are due. */
export function workOf(sources: readonly FactSource[], now: Date): FactWork {
  const looks = count(sources);
  const pages = sources.filter(({ page }) => page !== null).length;
  const byDay = new Map<number, number>();
  for (const { page, facts } of sources)
    for (const at of page === null ? facts.map(overdueFrom) : [Math.min(...facts.map(overdueFrom))])
      byDay.set(at, (byDay.get(at) ?? 0) + 1);
  const paces: { aDay: number; at: number }[] = [];
  let longOverdue = 0;
  let sofar = 0;
  for (const [at, waiting] of [...byDay].sort(([a], [b]) => a - b)) {
    sofar += waiting;
    if (at <= now.getTime()) longOverdue = sofar;
    else paces.push({ aDay: Math.ceil(sofar / workingDays(now.getTime(), at)), at });
  }
  const [first] = paces;
  const pace = first && {
    aDay: Math.max(...paces.map(({ aDay }) => aDay)),
    first: new Date(first.at),
  };
  return { looks, pages, alone: looks - pages, longOverdue, pace: pace ?? null };
}

/** What somebody looked at on the London day of `now`. */
export function lookedAtToday(
  facts: readonly KeptFact[],
  now: Date,
): { readonly facts: number; readonly looks: number } {
  const today = facts.filter(
    ({ newest }) => newest && inLondon(newest.checkedAt).hasSame(inLondon(now), 'day'),
  );
  return { facts: today.length, looks: count(sourcesOf(today)) };
}

const count = (sources: readonly FactSource[]): number => sources.reduce((sum, { looks }) => sum + looks, 0);

const overdueFrom = ({ fact, newest }: KeptFact): number =>
  longOverdueFrom({ ...fact, confirmedAt: confirmedAtOf(newest) }).getTime();

const DAY_MS = 86_400_000;
/** Five of seven days; bank holidays are few, and a calendar ends before some checks are due. */
const workingDays = (from: number, to: number): number =>
  Math.max(1, Math.floor((((to - from) / DAY_MS) * 5) / 7));
