import { AdzunaStandIn, AUTH_FAIL, json, type Mood } from '@app/testing';
import { cutOff, hangUp, marketAt, silent, slowBody } from './adzuna-market.builder.js';
import { ADZUNA_DEFAULTS, type AdzunaSettings } from './adzuna-settings.js';

const server = new AdzunaStandIn();
let url: string;
beforeAll(async () => {
  url = await server.open();
});
afterAll(() => server.close());
beforeEach(() => server.reset());
const setUp = (change: Partial<AdzunaSettings> = {}) => marketAt(url, change);

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
