import { simulate } from '../simulation/simulate.js';

/** Which seeds: of a calm and a stormy month, with a way to pay, a change of mind and a reviewer's whim each. More by `npm run simulate`. */
const SEEDS = [
  { seed: 2, orders: 2, weather: 'calm' },
  { seed: 5, orders: 2, weather: 'storm' },
] as const;

it.each(SEEDS)(
  'a month of $orders orders in $weather weather keeps every promise (seed $seed)',
  async (options) => {
    const { findings, counts } = await simulate(options);
    expect(findings).toEqual([]);
    expect(counts['confirmed']).toBeGreaterThan(0);
  },
);

it('a seed is the same twice, to the line', async () => {
  const options = { seed: 3, orders: 1, weather: 'calm' } as const;
  const [once, again] = [await simulate(options), await simulate(options)];
  expect(again.trace).toEqual(once.trace);
});

it('a fault that is planted is found: an apology that is never sent', async () => {
  const { findings } = await simulate(
    {
      seed: 1,
      orders: 1,
      weather: 'calm',
      nobodyReviews: 8,
      scene: { pay: 'at_once', wait: false, later: 'nothing' },
    },
    ({ worker }) => {
      worker.wrap = (job) =>
        job.definition.name === 'order.tell-late' ? { ...job, run: async () => undefined } : job;
    },
  );
  expect(findings.map(({ rule }) => rule)).toContain('a promise is kept, or there is an apology');
});
