import { gzipSync } from 'node:zlib';
import { AdzunaClient } from './adzuna-client.js';
import { AdzunaMarket } from './adzuna-market.js';
import { ADZUNA_DEFAULTS, type AdzunaSettings } from './adzuna-settings.js';
import { AdzunaStandIn, AUTH_FAIL, FakeClock, json, type Mood } from '@app/testing';

const KEY = 'k3y-that-nobody-may-see';
const ID = 'id-that-nobody-may-see';
const server = new AdzunaStandIn();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());

/** A market on the stand-in; its waits end at once and are noted. */
function setUp(change: Partial<AdzunaSettings> = {}) {
  const clock = new FakeClock(new Date('2026-11-24T10:00:00Z'));
  const waits: number[] = [];
  const logged: string[] = [];
  const world = {
    clock,
    wait: async (milliseconds: number) => void waits.push(milliseconds),
    jitter: () => 0.5,
    log: { warn: (message: unknown) => void logged.push(String(message)) },
  };
  const settings = { ...ADZUNA_DEFAULTS, url, appId: ID, appKey: KEY, ...change };
  const market = new AdzunaMarket(new AdzunaClient(settings, world), world);
  const ask = (...titles: string[]) =>
    market.forOccupation({ titles: titles.length ? titles : ['electrician'] });
  return { market, ask, clock, waits, logged };
}

const cutOff: Mood = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"count": 18', () => response.destroy());
};
const hangUp: Mood = (response) => response.destroy();
const silent: Mood = () => undefined;
/** Sends its head at once and then nothing more. */
const slowBody: Mood = (response) => void response.writeHead(200).write('{"count"');
const endless: Mood = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = (): void => {
    while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
    response.once('drain', more);
  };
  more();
};
const unpacksToALot: Mood = (response) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000, 0x20)));

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

describe('a failure that may pass', () => {
  it.each<[string, Mood]>([
    ['429', json({}, 429)],
    ['500', json('oops', 500)],
    ['503', json('', 503)],
    ['a body cut off', cutOff],
    ['a connection closed', hangUp],
  ])('is tried again with growing waits: %s', async (_name, mood) => {
    server.then('search/1', mood, mood);
    const { ask, waits } = setUp();
    expect((await ask())?.vacancies).toBe(1843);
    expect(server.asked('search/1')).toHaveLength(3);
    expect(waits).toEqual([188, 375]);
  });

  it.each<[string, Mood]>([
    ['no answer', silent],
    ['an answer that stops half-way', slowBody],
  ])('is tried again after the time-out: %s', async (_name, mood) => {
    server.then('search/1', mood);
    const { ask } = setUp({ timeoutMs: 150 });
    expect((await ask())?.vacancies).toBe(1843);
  });

  it('is not tried for ever', async () => {
    server.from('search/1', json({}, 500));
    const { ask } = setUp();
    expect(await ask()).toBeNull();
    expect(server.requests).toHaveLength(ADZUNA_DEFAULTS.attempts);
  });

  it('ends with the patience of the reader, however many attempts are left', async () => {
    server.from('search/1', silent);
    const { ask, logged } = setUp({ patienceMs: 100, attempts: 50 });
    expect(await ask()).toBeNull();
    expect(server.requests).toHaveLength(1);
    expect(logged.join()).toContain('no answer in time');
  });

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    server.then(
      'search/1',
      json({}, 429, { 'retry-after': '1' }),
      json({}, 503, { 'retry-after': 'Tue, 24 Nov 2026 10:00:02 GMT' }),
    );
    const { ask, waits } = setUp();
    expect((await ask())?.vacancies).toBe(1843);
    expect(waits).toEqual([1000, 2000]);
  });

  it('with a long Retry-After is left alone until then', async () => {
    server.then('search/1', json({}, 429, { 'retry-after': '600' }));
    const { ask, clock, waits } = setUp();
    expect(await ask()).toBeNull();
    clock.advance(599_000);
    expect(await ask()).toBeNull();
    expect(waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
    clock.advance(1_000);
    expect((await ask())?.vacancies).toBe(1843);
  });

  it('of one part leaves that part unknown and keeps the rest', async () => {
    server.from('history', json({}, 500));
    const { ask } = setUp();
    const figures = await ask();
    expect(figures).toMatchObject({ vacancies: 1843, trend: null });
    expect(figures?.payHistogram).toHaveLength(4);
  });

  it('again and again rests the circuit: no request until the rest is over, then one', async () => {
    server.from('search/1', json({}, 500));
    const { ask, clock, logged } = setUp({ attempts: 1 });
    for (let view = 0; view < 20; view += 1) expect(await ask()).toBeNull();
    expect(server.requests).toHaveLength(ADZUNA_DEFAULTS.circuit.failures);
    expect(logged.at(-1)).toMatch(/left alone for a while/);
    clock.advance(ADZUNA_DEFAULTS.circuit.restMs);
    for (let view = 0; view < 20; view += 1) expect(await ask()).toBeNull();
    expect(server.requests).toHaveLength(ADZUNA_DEFAULTS.circuit.failures + 1);
    server.reset();
    clock.advance(2 * ADZUNA_DEFAULTS.circuit.restMs);
    expect((await ask())?.vacancies).toBe(1843);
  });
});

describe('an answer that cannot be trusted', () => {
  it.each<[string, Mood]>([
    ['not JSON', json('<html>Maintenance</html>')],
    ['an empty body', json('')],
    ['a list', json([])],
    ['null', json('null')],
    ['no count', json({ mean: 1, results: [] })],
    ['a count of another kind', json({ count: '1843', mean: 1, results: [] })],
    ['a count below 0', json({ count: -1, mean: 1, results: [] })],
    ['a part of a vacancy', json({ count: 1.5, mean: 1, results: [] })],
    ['results of another kind', json({ count: 1, mean: 1, results: {} })],
    ['an error told with 200', json(AUTH_FAIL)],
    ['a huge body', json(`{"count":1,"mean":1,"results":[],"more":"${'x'.repeat(300_000)}"}`)],
    ['an endless body', endless],
    ['a small body that unpacks to a huge one', unpacksToALot],
    ['a redirect', (response) => response.writeHead(302, { location: `${url}/elsewhere` }).end()],
    ['no content', (response) => response.writeHead(204).end()],
  ])('is refused and not asked for again: %s', async (_name, mood) => {
    server.from('search/1', mood);
    const { ask, logged } = setUp();
    expect(await ask()).toBeNull();
    expect(server.requests).toHaveLength(1);
    expect(logged).toHaveLength(1);
  });

  it.each([
    ['histogram', { histogram: { '10000': 'many' } }, 'payHistogram'],
    ['histogram', { histogram: [31] }, 'payHistogram'],
    ['histogram', { histogram: { cheap: '31' } }, 'payHistogram'],
    ['top_companies', { leaderboard: { count: 1 } }, 'topCompanies'],
    ['top_companies', { leaderboard: [{ count: 'x', canonical_name: 'A' }] }, 'topCompanies'],
    ['top_companies', { leaderboard: ['A'] }, 'topCompanies'],
    ['history', { month: { '2026-13': 1 } }, 'trend'],
    ['history', { month: { '2026-12': null } }, 'trend'],
    ['history', {}, 'trend'],
  ] as const)('in one part is left out: %s %j', async (endpoint, body, part) => {
    server.from(endpoint, json(body));
    const { ask } = setUp();
    expect(await ask()).toMatchObject({ vacancies: 1843, [part]: null });
  });
});

describe('a key that is not accepted', () => {
  it('is not tried again for an hour', async () => {
    server.from('search/1', json(AUTH_FAIL, 401));
    const { ask, clock } = setUp();
    await ask();
    clock.advance(59 * 60_000);
    await ask('cook');
    expect(server.requests).toHaveLength(1);
    clock.advance(60_000);
    await ask('cook');
    expect(server.requests).toHaveLength(2);
  });
});

describe('a question the source does not take', () => {
  it('says nothing about the next one', async () => {
    server.then('search/1', ...Array.from({ length: 10 }, () => json({}, 400)));
    const { ask } = setUp();
    for (let view = 0; view < 10; view += 1) expect(await ask()).toBeNull();
    expect((await ask())?.vacancies).toBe(1843);
  });
});

describe('the key', () => {
  it('is in no log line, whatever goes wrong', async () => {
    const echo: Mood = (response, request) =>
      response.writeHead(400, request.url ?? '').end(JSON.stringify({ display: request.url }));
    const lines: string[] = [];
    for (const mood of [
      json(AUTH_FAIL, 401),
      json({}, 500),
      cutOff,
      hangUp,
      silent,
      endless,
      echo,
      json('<'),
    ]) {
      server.from('search/1', mood);
      const { ask, logged } = setUp({ attempts: 1, timeoutMs: 150 });
      expect(await ask()).toBeNull();
      lines.push(...logged);
    }
    const { ask, logged } = setUp({ url: 'http://127.0.0.1:1' });
    expect(await ask()).toBeNull();
    lines.push(...logged);
    expect(lines).toHaveLength(9);
    expect(lines.join('\n')).not.toMatch(/nobody-may-see|app_key|app_id/);
  });

  it('does not follow a redirect', async () => {
    const other = new AdzunaStandIn();
    const elsewhere = await other.open();
    server.from('search/1', (response, request) =>
      response.writeHead(307, { location: `${elsewhere}${request.url ?? ''}` }).end(),
    );
    const { ask } = setUp();
    const figures = await ask();
    // Closed before anything is expected: a failing test must not leave a server that keeps the run alive.
    await other.close();
    expect(figures).toBeNull();
    expect(other.requests).toHaveLength(0);
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
