import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { OF_A_PART } from '../routes/of-a-part.js';
import type { Route } from '../routes/route.js';

/** What differs from its unit group for a title that is one small part of it, as an editor wrote it. */
interface TitleFacts {
  readonly ask: string;
  readonly apprenticeships: readonly string[];
  /** The way in, where that of the group is another trade's. */
  readonly way?: Pick<Route, 'qualification' | 'firstJob' | 'months' | 'cost' | 'tests'>;
  /** Nearer ways into the title itself; those of the group lead to another trade. */
  readonly from?: NonNullable<Route['from']>;
  /** Who employs, where the employers of the group are another trade's: then none is named. */
  readonly employers?: { readonly usual: string; readonly find: string };
}

const FILE = projectPath('libs/labour-market/content/title-facts.yaml');

let content: Readonly<Record<string, TitleFacts>> | undefined;
const read = (): Readonly<Record<string, TitleFacts>> =>
  (content ??= parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, TitleFacts>>);

/** What is known of titles of their own, by slug. */
export const titlesOfTheirOwn = (): ReadonlyMap<string, TitleFacts> => new Map(Object.entries(read()));

const OF_AN_APPRENTICESHIP = /apprentice/i;

/** Letters that two forms of a word share. */
const STEM = 4;

/** Words of many trades, or of none: alone they do not say which title is meant ("therapists" are not all registered as arts therapists are). */
const OF_MANY =
  /^(?:and|or|for|of|the|in|adviser|assessor|assistant|engineer|health|inspector|manager|officer|practitioner|technician|therapist|worker)$/;

/** Whether what is asked of one part of a group is asked of this title; undefined when it is asked of the whole group. */
function isAskedOf(what: string, slug: string): boolean | undefined {
  const part = OF_A_PART.exec(what)?.[1];
  if (part === undefined) return undefined;
  const stems = slug.split('-').flatMap((word) => (OF_MANY.test(word) ? [] : [word.slice(0, STEM)]));
  return stems.some((stem) => new RegExp(`\\b${stem}`, 'i').test(part));
}

/** Who employs people of a title, where they are not who employs its group; undefined for most. */
export const employersOfTitle = (slug: string): TitleFacts['employers'] => read()[slug]?.employers;

/** The way into a group in the words of one title: its question and its apprenticeships, no register and no money for those of others. */
export function routeOfTitle(route: Route, slug: string): Route {
  const own = read()[slug];
  if (!own) return route;
  const { from: nearer, ...whole } = route;
  const near = own.way ? own.from : nearer;
  return {
    ...whole,
    ...(near && { from: near }),
    ...(own.way && { ...own.way, ofTitle: slug }),
    // A title with a way of its own has the papers of that way alone, and none of the group's money for another.
    registers: route.registers
      .filter(({ what }) => isAskedOf(what, slug) ?? !own.way)
      .map((one) => ({ ...one, what: one.what.replace(OF_A_PART, '').trim() })),
    ask: own.ask,
    apprenticeships: [...own.apprenticeships],
    funded: own.way ? [] : route.funded.filter(({ way }) => !OF_AN_APPRENTICESHIP.test(way)),
  };
}
