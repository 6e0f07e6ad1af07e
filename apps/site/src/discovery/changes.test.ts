import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'node-html-parser';
import { publicSite } from '../../../../test/support/public-site.js';

describe('what changed', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await publicSite()));
  afterAll(() => app.close());
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
  const points = (text = ''): number => Number(text.trim().replace('−', '-').replace('+', ''));

  it('is one page with the scores that moved and everything of the feed, found from the method and the foot of every page', async () => {
    const page = parse((await get('/changes')).body);
    const rows = page
      .querySelectorAll('table tbody tr')
      .map((row) => row.querySelectorAll('th, td').map(({ text }) => text.trim()));
    expect(rows).toContainEqual(['Plasterers', '29', '12', '−17']);
    for (const row of page.querySelectorAll('table tbody tr')) {
      const [before, after, by] = row.querySelectorAll('td').map(({ text }) => points(text));
      expect((before ?? NaN) + (by ?? NaN)).toBe(after);
    }
    const feed = parse((await get('/changes.atom')).body);
    const titles = feed.querySelectorAll('entry > title').map(({ text }) => text);
    expect(page.querySelectorAll('.records h3').map(({ text }) => text)).toEqual(titles);
    expect(titles.length).toBeGreaterThan(15);
    expect((await get('/method')).body).toMatch(/href="\/evidence"[^]*href="\/changes"/);
    for (const path of ['/evidence', '/changes'])
      expect(parse((await get('/terms')).body).querySelector(`footer a[href="${path}"]`)).not.toBeNull();
  });

  it('of one occupation is found by its title, adds up, leads on from old addresses, and can be followed', async () => {
    expect((await get('/changes?q=plasterer')).body).toContain('href="/changes/plasterers"');
    expect((await get('/changes?q=zzzzqqq')).body).toContain('We found no occupation for “zzzzqqq”');
    const page = parse((await get('/changes/plasterers')).body);
    expect(page.querySelector('h1')?.text).toBe('Plasterers: 29 when first published, 12 today');
    const cells = page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('td').map(({ text }) => points(text)));
    expect(cells).toEqual([
      [0, 0, 29],
      [0, -17, 12],
      [0, -17, -17],
    ]);
    const atom = await get('/changes/plasterers.atom');
    expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const entries = parse(atom.body).querySelectorAll('entry > title');
    expect(entries.map(({ text }) => text)).toEqual(['Plasterers: 29 → 12', 'Plasterers: 29']);
    const still = (await get('/changes/machine-learning-engineer')).body;
    expect(still).toContain('35 since it was first published');
    expect((await get('/changes/registered-nurses')).headers['location']).toBe('/changes/nurse');
    for (const none of ['/changes/no-such-job', '/changes/no-such-job.atom', '/changes/..%2fnurse'])
      expect([none, (await get(none)).statusCode]).toEqual([none, 404]);
  });
});
