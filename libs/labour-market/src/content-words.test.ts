import { Catalogue } from '@app/occupations';
import { LabourMarket } from './labour-market.js';

/** Every string of an entry that a page may print. */
const wordsOf = (entry: unknown): string[] =>
  typeof entry === 'string'
    ? [entry]
    : typeof entry === 'object' && entry !== null
      ? Object.values(entry).flatMap(wordsOf)
      : [];

describe('the words of routes, steps, lessons and employers', () => {
  const market = new LabourMarket(Catalogue.load());
  const routes = [...market.allRoutes().values()];

  it('have the apostrophes of print', () => {
    const entries = [
      ...routes,
      ...[...market.allSteps().values()].map(({ steps }) =>
        steps.map(({ trades: _trades, notTrades: _not, ...step }) => step),
      ),
      ...market.allLearning().values(),
      ...[...market.allEmploying().values()].map(({ usual, find }) => ({ usual, find })),
    ];
    expect(entries.flatMap(wordsOf).filter((words) => /\p{L}'\p{L}/u.test(words))).toEqual([]);
  });

  it('say in a whole sentence that no qualification is needed', () => {
    expect(routes.map(({ qualification }) => qualification).filter((words) => /^None\b/.test(words))).toEqual(
      [],
    );
  });

  it('make nobody a woman or a man by their job', () => {
    const said = routes
      .flatMap(({ tests, ask, firstJob, qualification }) => [...tests, ask, firstJob, qualification])
      .filter((words) => /^Ask |\bask (?:an?|the|for) /.test(words) && /\b(?:she|her|he|his)\b/.test(words));
    expect(said).toEqual([]);
  });
});
