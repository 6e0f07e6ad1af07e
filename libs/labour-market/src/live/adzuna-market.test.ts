import { AdzunaStandIn, json } from '@app/testing';
import { ID, KEY, marketAt } from './adzuna-market.builder.js';
import type { AdzunaSettings } from './adzuna-settings.js';

const server = new AdzunaStandIn();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());
const setUp = (change: Partial<AdzunaSettings> = {}) => marketAt(url, change);

describe('a good answer', () => {
  it('is told in our own terms: rising steps, most vacancies first, oldest month first, whole pounds', async () => {
    const { ask } = setUp();
    expect(await ask()).toEqual({
      vacancies: 1843,
      meanPay: 41250,
      payHistogram: [
        { from: 20000, to: 30000, vacancies: 154 },
        { from: 30000, to: 40000, vacancies: 690 },
        { from: 40000, to: 100000, vacancies: 410 },
        { from: 100000, to: null, vacancies: 3 },
      ],
      topCompanies: [
        { name: 'First Ltd', vacancies: 102, meanPay: 34943 },
        { name: 'Second Ltd', vacancies: 28, meanPay: 22929 },
      ],
      trend: [
        { month: '2026-07', meanPay: 40383 },
        { month: '2026-08', meanPay: 40887 },
        { month: '2026-09', meanPay: 41130 },
      ],
      searchedFor: 'electrician',
      area: 'the UK',
      source: 'Adzuna',
      readAt: new Date('2026-11-24T10:00:00Z'),
    });
  });

  it('is asked of four endpoints about the same advertisements', async () => {
    const { market } = setUp();
    const figures = await market.forOccupation({ titles: ['Pipe & duct fitter'], region: 'E12000006' });
    expect(figures?.area).toBe('East of England');
    expect(server.requests.map(({ pathname }) => pathname.replace('/v1/api/jobs/gb/', '')).sort()).toEqual([
      'histogram',
      'history',
      'search/1',
      'top_companies',
    ]);
    for (const { searchParams } of server.requests)
      expect(Object.fromEntries(searchParams)).toMatchObject({
        app_id: ID,
        app_key: KEY,
        what: 'Pipe & duct fitter',
        location0: 'UK',
        location1: 'Eastern England',
      });
  });

  it('says the whole UK when it does not know the region', async () => {
    const { market } = setUp();
    expect((await market.forOccupation({ titles: ['cook'], region: 'Atlantis' }))?.area).toBe('the UK');
    expect(server.asked('search/1')[0]?.searchParams.has('location1')).toBe(false);
  });
});

describe('no vacancies', () => {
  const nothing = json({ count: 0, mean: 0, results: [] });

  it('are looked for under the next title, and it is named', async () => {
    server.then('search/1', nothing);
    const { ask } = setUp();
    expect((await ask('Registered Nurses', 'nurse'))?.searchedFor).toBe('nurse');
  });

  it('under any title are a figure of 0, without pay, and cost no further request', async () => {
    server.from('search/1', nothing);
    const { ask } = setUp();
    expect(await ask('a', 'b', 'B ', 'c', 'd')).toMatchObject({
      vacancies: 0,
      meanPay: null,
      payHistogram: [],
      searchedFor: 'a',
    });
    expect(server.requests).toHaveLength(3);
  });

  it('are not asked for without a title', async () => {
    const { ask } = setUp();
    expect(await ask('  ')).toBeNull();
    expect(server.requests).toHaveLength(0);
  });

  it('leave the other parts empty where the source has none', async () => {
    server.then('histogram', json({ histogram: {} }));
    server.then('top_companies', json({ leaderboard: [] }));
    server.then('history', json({ month: {} }));
    const { ask } = setUp();
    expect(await ask()).toMatchObject({ payHistogram: [], topCompanies: [], trend: [] });
  });
});

describe('the allowance', () => {
  it('lets whole readings through and then asks nothing, by the minute and by the day', async () => {
    const { ask, clock } = setUp({ allowance: { aMinute: 10, aDay: 16 } });
    expect([await ask(), await ask(), await ask()].map((figures) => figures?.vacancies)).toEqual([
      1843,
      1843,
      undefined,
    ]);
    expect(server.requests).toHaveLength(8);
    clock.advance(60_000);
    expect(await ask()).not.toBeNull();
    clock.advance(60_000);
    expect(await ask()).toBeNull();
    clock.advance(24 * 3600_000);
    expect(await ask()).not.toBeNull();
    expect(server.requests).toHaveLength(16);
  });
});
