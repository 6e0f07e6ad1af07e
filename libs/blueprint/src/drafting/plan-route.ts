import { type Nation, NATIONS } from '@app/labour-market';
import { inSentence } from '../copy/word-filters.js';
import { isApprenticeship } from './route-facts.js';
import type { KnownRoute } from '../snapshot/known-route.js';

/** What the plan says of the way in; null where there is nothing to say. */
export interface PlanRoute {
  readonly law: string | null;
  readonly law_page: string | null;
  readonly funded: { readonly way: string; readonly page: string } | null;
  readonly apprenticeship: string | null;
  readonly first_job: string;
  readonly ask: string;
}

const NOTHING: PlanRoute = {
  law: null,
  law_page: null,
  funded: null,
  apprenticeship: null,
  first_job: 'the one nearest to you.',
  ask: 'What would you do first in my place?',
};

/**
 * The facts of a route that a plan acts on, for one nation. Apprenticeships are those of England.
 * @param beginners false for who needs more than a beginner's place pays
 */
export function planRoute(
  known: KnownRoute | undefined,
  nation: Nation | undefined,
  beginners: boolean,
): PlanRoute {
  if (!known) return NOTHING;
  const { route, apprenticeships } = known;
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
      ? `${apprenticeship.name} (level ${apprenticeship.level}, ${apprenticeship.reference})`
      : null,
    first_job: known.untold ? NOTHING.first_job : inSentence(route.firstJob),
    ask: route.ask,
  };
}
