import { setTimeout } from 'node:timers/promises';
import { faultsOf } from '../support/hostile/faults-of.js';
import { hostileRequest } from '../support/hostile/hostile-request.js';
import { wholeDesk } from '../support/hostile/whole-desk.js';
import { type RunningApp, wholeSite } from '../support/hostile/whole-site.js';

/** Requests in all, the seed, and the first number: with `FIRST=1234 REQUESTS=1` one that failed is sent again. */
const ASKED = Number(process.env['REQUESTS'] ?? 1_600);
const SEED = Number(process.env['SEED'] ?? 1);
const FIRST = Number(process.env['FIRST'] ?? 0);
/** Sent at once, as a site is asked. */
const AT_ONCE = 8;
/** Whatever the load of the machine: what takes longer hangs. Milliseconds. */
const PATIENCE = 60_000;
const EACH = Math.ceil(ASKED / 2);

describe.each([
  ['the site', wholeSite],
  ['the desk', wholeDesk],
])('%s', (name, start) => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await start();
  }, 180_000);
  afterAll(() => running?.stop());

  it(
    'answers hostile requests to every route without a fault of its own, its insides, or what was sent',
    async () => {
      const { app, target, leadsTo } = running;
      expect(target.routes.length).toBeGreaterThan(40);
      const wrong: string[] = [];
      const statuses = new Map<number, number>();
      for (let begun = 0; begun < EACH; begun += AT_ONCE) {
        const numbers = Array.from({ length: Math.min(AT_ONCE, EACH - begun) }, (_, n) => FIRST + begun + n);
        await Promise.all(
          numbers.map(async (number) => {
            const request = hostileRequest(SEED, number, target);
            const send = () =>
              Promise.race([
                app.inject(request as Parameters<typeof app.inject>[0]),
                setTimeout(PATIENCE, undefined, { ref: false }),
              ]);
            let answer = await send();
            // On a busy machine the database may keep somebody waiting; what is the request's own doing happens each time.
            for (let again = 0; answer?.statusCode === 503 && again < 3; again += 1) answer = await send();
            const status = answer?.statusCode ?? 0;
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            for (const fault of answer ? faultsOf(answer, leadsTo) : ['is never answered'])
              wrong.push(
                `SEED=${SEED} FIRST=${number} REQUESTS=1: ${request.method} ${request.url.slice(0, 200)} ${fault}`,
              );
          }),
        );
        const done = begun + numbers.length;
        if (Math.floor((done / EACH) * 10) > Math.floor((begun / EACH) * 10))
          console.log(`${name}: ${done} of ${EACH} requests, ${wrong.length} wrong`);
      }
      console.log(
        `${name}: ${[...statuses]
          .sort(([a], [b]) => a - b)
          .map(([status, count]) => `${status} × ${count}`)
          .join(', ')}`,
      );
      expect(wrong).toEqual([]);
    },
    120_000 + EACH * 100,
  );
});

describe('what is wrong in an answer', () => {
  const headers = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'" };
  it.each([
    ['a fault', { statusCode: 500 }, 'is answered 500'],
    ['a stack', { body: 'Error\n    at run (/app/main.js:1:2)' }, 'shows our insides'],
    [
      'a tag',
      { body: '<zqx-marker a>', headers: { ...headers, 'content-type': 'text/html' } },
      'prints a tag that was sent',
    ],
    ['a way out', { headers: { ...headers, location: '//evil.example/' } }, 'leads to //evil.example/'],
    ['no policy', { headers: { 'x-content-type-options': 'nosniff' } }, 'has no content policy'],
  ])('is seen: %s', (_what, answer, words) => {
    expect(faultsOf({ statusCode: 200, headers, body: '', ...answer }, [])).toEqual([words]);
  });
});
