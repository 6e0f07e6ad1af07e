import { rankCandidates, rankPaths } from './rank-paths.js';
import { person, to } from './ranking.builder.js';
import { purseOf, strainsOf } from './strains.js';

const free = { from: 0, to: 0, what: '' };
const soon = { from: 0, to: 1 };

describe('what a way in asks beyond the limits that somebody named', () => {
  it.each([
    [
      'a price above the budget',
      { months: { from: 1, to: 6 }, cost: { ...free, from: 1200, to: 1900 } },
      { budget: 500 },
      'costs £1,200 or more unless somebody else pays, and you named £500',
    ],
    [
      'a price only at the end of its range',
      { months: soon, cost: { ...free, to: 900 } },
      { budget: 0 },
      null,
    ],
    [
      'a whole training longer than the months, beside a short way for who holds most of it',
      { months: { from: 1, to: 84 }, cost: free },
      { monthsToTrain: 12 },
      'takes 84 months, and you named 12',
    ],
    ['a single way in', { months: { from: 12, to: 30 }, cost: free }, { monthsToTrain: 20 }, null],
    [
      'a way that is paid from the start',
      { months: { from: 0, to: 60 }, cost: free },
      { monthsToTrain: 12 },
      null,
    ],
    ['what nobody named', { months: { from: 1, to: 84 }, cost: { ...free, from: 900, to: 900 } }, {}, null],
    ['a way that nobody wrote', undefined, { budget: 0, monthsToTrain: 1 }, null],
  ])('%s', (_name, way, limits, says) => {
    expect(strainsOf(way, limits, 67)).toEqual(says === null ? [] : [expect.stringContaining(says)]);
  });

  it('takes who meets 70% for one who holds most of it: the price strains a limit, the whole training none', () => {
    const way = { months: { from: 1, to: 84 }, cost: { ...free, from: 900, to: 900 } };
    expect(strainsOf(way, { budget: 0, monthsToTrain: 12 }, 69)).toHaveLength(2);
    expect(strainsOf(way, { budget: 0, monthsToTrain: 12 }, 70).join()).toMatch(/^the way in costs £900/);
    expect(strainsOf(way, { budget: 0, monthsToTrain: 12 }, 70)).toHaveLength(1);
  });

  it('tells for who has no budget what is paid at once from what waits for somebody else’s money', () => {
    const paid = { months: { from: 2, to: 4 }, cost: { ...free, to: 3500 } };
    const atOnce = { months: soon, cost: { ...free, to: 600 } };
    expect([purseOf(atOnce, { budget: 0 }), purseOf(paid, { budget: 0 })]).toEqual(['paid at once', 'waits']);
    expect([purseOf(atOnce, { budget: 500 }), purseOf(paid, {}), purseOf(undefined, { budget: 0 })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(
      purseOf({ months: { from: 0, to: 12 }, cost: { ...free, to: 900 } }, { budget: 0 }),
    ).toBeUndefined();
  });
});

describe('a path that strains a limit', () => {
  const kinds = (...paths: ReturnType<typeof to>[]): string[] =>
    rankPaths(paths, person).map(({ kind, slug }) => (kind === 'pivot' ? slug : 'stay'));
  const dear = to('dear', { match: 99, plausible: 1, strains: ['the way in costs £1,200.'] });
  const plain = to('plain', { match: 60, plausible: 0.3 });

  it('is not offered while three others keep every limit', () => {
    expect(kinds(dear, to('a'), to('b'), to('c'))).toEqual(['a', 'b', 'c', 'stay']);
    expect(kinds(dear, ...['3111', '3112', '3113'].map((group) => to(group, { group })))).not.toContain(
      'dear',
    );
  });

  it('comes last where fewer do, whatever speaks for it, and says what it strains', () => {
    expect(kinds(dear, plain)).toEqual(['plain', 'stay', 'dear']);
    expect(kinds(dear, to('clerk', { score: 70 }))).toEqual(['stay', 'clerk', 'dear']);
    expect(kinds(dear)).toEqual(['stay', 'dear']);
    expect(rankPaths([dear], person).at(-1)?.reasons).toContain('Against it: the way in costs £1,200.');
  });

  it('stands behind those that keep every limit in the list a reviewer chooses from', () => {
    expect(rankCandidates([dear, plain], person).map(({ path, status }) => [path.slug, status])).toEqual([
      ['plain', 'taken'],
      ['dear', 'taken'],
    ]);
  });
});

describe('without a budget', () => {
  const waits = to('driver', { match: 90, plausible: 1, purse: 'waits' });
  const order = (...paths: ReturnType<typeof to>[]): string[] =>
    rankPaths(paths, { ...person, medianPay: 25_000 }).map(({ slug }) => slug);

  it('what is paid from the first weeks comes before what waits for somebody else’s money, with or without another reason', () => {
    const truck = to('truck', { match: 60, plausible: 0.4, purse: 'paid at once', medianPay: 26_000 });
    expect(order(waits, truck)[0]).toBe('truck');
    expect(order(waits, { ...truck, ...to('truck', { score: 72 }), purse: 'paid at once' })[0]).toBe('truck');
  });

  it.each([
    ['pays less', { medianPay: 20_000 }],
    ['carries over little', { match: 45 }],
    ['is not paid at once', { purse: undefined }],
  ])('but not one that %s', (_name, change) => {
    const other = { match: 60, plausible: 0.4, purse: 'paid at once', medianPay: 26_000 } as const;
    expect(order(waits, to('truck', { ...other, ...change }))[0]).toBe('driver');
  });
});
