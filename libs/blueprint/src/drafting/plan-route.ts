import { type Nation, NATIONS, type Route } from '@app/labour-market';
import { inSentence } from '../copy/word-filters.js';
import { isApprenticeship, isPastTheWay } from './route-facts.js';
import type { KnownRoute } from '../snapshot/known-route.js';

/** What the plan says of the way in; null where there is nothing to say. */
export interface PlanRoute {
  readonly law: string | null;
  readonly law_page: string | null;
  readonly funded: { readonly way: string; readonly page: string } | null;
  readonly apprenticeship: string | null;
  readonly first_job: string;
  readonly ask: string;
  /** Whether the register they stand on is the way in: nothing is to be paid or learnt before they apply. */
  readonly holds: boolean;
}

const NOTHING: PlanRoute = {
  law: null,
  law_page: null,
  funded: null,
  apprenticeship: null,
  first_job: 'the one nearest to you.',
  ask: 'What would you do first in my place?',
  holds: false,
};

/**
 * The facts of a route that a plan acts on, for one nation. Apprenticeships are those of England.
 * @param beginners false for who needs more than a beginner's place pays
 * @param own the way into their own work: who is on its register needs no way to the same one
 */
export function planRoute(
  known: KnownRoute | undefined,
  nation: Nation | undefined,
  beginners: boolean,
  own?: Route,
): PlanRoute {
  if (!known) return NOTHING;
  const { route, apprenticeships } = known;
  if (isPastTheWay(route, own, nation))
    return {
      ...NOTHING,
      first_job: known.untold ? NOTHING.first_job : inSentence(route.firstJob),
      ask: route.ask,
      holds: true,
    };
  const here = ({ nations }: { nations: readonly Nation[] }): boolean =>
    nation === undefined ? nations.length === NATIONS.length : nations.includes(nation);
  const law = route.registers.find((one) => one.force === 'law' && here(one));
  // The narrowest first: a scheme of the nation says more than one of the whole UK.
  const funded = route.funded
    .filter((way) => here(way) && (beginners || !isApprenticeship(way)))
    .sort((a, b) => a.nations.length - b.nations.length)[0];
  const apprenticeship =
    beginners && nation === 'England' ? apprenticeships.find(({ level }) => level < 7) : undefined;
  return {
    law: law?.what ?? null,
    law_page: law?.page ?? null,
    funded: funded ? { way: funded.way, page: funded.page } : null,
    apprenticeship: apprenticeship
      ? `${apprenticeship.reference}, ${apprenticeship.name} (level ${apprenticeship.level})`
      : null,
    first_job: known.untold ? NOTHING.first_job : inSentence(route.firstJob),
    ask: route.ask,
    holds: false,
  };
}
