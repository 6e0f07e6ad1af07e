import { simulate } from '../simulation/simulate.js';

const NOW = { pay: 'at_once', wait: false, later: 'nothing' } as const;

// More of them by `npm run simulate`.
it('a calm month keeps every promise, and is the same twice, to the line', async () => {
  const options = { seed: 2, orders: 1, weather: 'calm' } as const;
  const [once, again] = [await simulate(options), await simulate(options)];
  expect(once.findings).toEqual([]);
  expect(once.counts).toMatchObject({ confirmed: 1, delivered: 1 });
  expect(again.trace).toEqual(once.trace);
});

it('a stormy month keeps every promise', async () => {
  const { findings, counts } = await simulate({ seed: 5, orders: 2, weather: 'storm', scene: NOW });
  expect(findings).toEqual([]);
  expect(counts['confirmed']).toBeGreaterThan(0);
});

it('a fault that is planted is found: an apology that is never sent', async () => {
  const { findings } = await simulate(
    { seed: 1, orders: 1, weather: 'calm', nobodyReviews: 8, scene: NOW },
    ({ worker }) => {
      worker.wrap = (job) =>
        job.definition.name === 'order.tell-late' ? { ...job, run: async () => undefined } : job;
    },
  );
  expect(findings.map(({ rule }) => rule)).toContain('a promise is kept, or there is an apology');
});

it('a month in which every job throws at each of its steps keeps every promise', async () => {
  const { findings, counts, stumbled } = await simulate({
    ...{ seed: 1, orders: 1, weather: 'calm', scene: NOW },
    stumbles: true,
  });
  expect(findings).toEqual([]);
  expect(counts).toMatchObject({ confirmed: 1, delivered: 1 });
  expect(Object.keys(stumbled)).toEqual(
    expect.arrayContaining(['blueprint.draft', 'blueprint.render', 'delivery.attempt', 'review.open']),
  );
});
