import { AdzunaStandIn, AUTH_FAIL, json, type Mood } from '@app/testing';
import { cutOff, endless, hangUp, marketAt, silent, unpacksToALot } from './adzuna-market.builder.js';
import type { AdzunaSettings } from './adzuna-settings.js';

const server = new AdzunaStandIn();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());
const setUp = (change: Partial<AdzunaSettings> = {}) => marketAt(url, change);

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
