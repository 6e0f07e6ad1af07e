import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { gzipSync } from 'node:zlib';
import { Catalogue } from '@app/occupations';
import { publicSite } from '../../../../test/support/public-site.js';
import { MOST_SUGGESTIONS, type Suggestions, suggestionsOf } from './suggestions.js';

/** What the one script may weigh, bytes of gzip. */
const MOST_BYTES = 4_000;

let app: NestFastifyApplication;
beforeAll(async () => (app = await publicSite()));
afterAll(() => app.close());

const suggested = async (words: string): Promise<Suggestions> =>
  (await app.inject({ url: `/occupations/suggestions?q=${encodeURIComponent(words)}` })).json();

describe('suggestions while a job is typed', () => {
  it.each(['nurse', 'account', 'nurs', 'softwear', 'HGV dri'])(
    'for “%s” are the first rows of the search, with the other name that was found',
    async (words) => {
      const { hits } = app.get(Catalogue).find(words, 30);
      const shown = await suggested(words);
      expect(shown.hits.length).toBeGreaterThan(0);
      const first = hits.slice(0, MOST_SUGGESTIONS);
      expect(shown.hits.map(({ slug }) => slug)).toEqual(first.map(({ slug }) => slug));
      expect(shown.words).toMatch(new RegExp(`^${first.length} job titles?\\.`));
      for (const [place, { title, also }] of shown.hits.entries()) {
        const hit = hits[place];
        expect(title).toBe(hit?.title);
        if (also !== undefined) expect(also).toBe(hit?.matchedTitle);
      }
    },
  );

  it('are eight at most', () => {
    const hits = Array.from({ length: 9 }, (_each, place) => ({
      slug: `s${place}`,
      title: `T${place}`,
      matchedTitle: `t${place}`,
    }));
    const { words, hits: shown } = suggestionsOf({ answer: 'jobs', hits });
    expect(shown).toEqual(hits.slice(0, 8).map(({ slug, title }) => ({ slug, title })));
    expect(words).toMatch(/^8 job titles\./);
  });

  it('say in words when there are none, and what was typed instead of a job', async () => {
    expect(await suggested('zzqqxx')).toEqual({ words: 'No job title yet.', hits: [] });
    expect((await suggested('between jobs')).words).toBe('You are between jobs.');
    expect(await suggested('')).toMatchObject({ hits: [] });
  });

  it('name the title that was found, where it is another', async () => {
    expect((await suggested('shelf stacker')).hits[0]?.also).toMatch(/^shelf stacker$/i);
    expect((await suggested('nurse')).hits[0]).toEqual({ slug: 'nurse', title: 'Nurse' });
  });

  it('leave nothing behind: no cookie, no copy', async () => {
    const { headers } = await app.inject({ url: '/occupations/suggestions?q=nurse' });
    expect([headers['set-cookie'], headers['cache-control'], headers['etag']]).toEqual([
      undefined,
      'no-store',
      undefined,
    ]);
  });
});

describe('the one script', () => {
  it('stands under its hash, is kept for ever, and is light', async () => {
    const { body } = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    const [address = ''] = /\/assets\/site\.[0-9a-f]{10}\.js/.exec(body) ?? [];
    const script = await app.inject({ url: address });
    expect(script.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    expect(gzipSync(script.body).length).toBeLessThan(MOST_BYTES);
    expect(script.body).not.toMatch(/innerHTML|insertAdjacentHTML|eval\(|localStorage|sessionStorage|cookie/);
  });

  it('is left out where nothing needs it', async () => {
    for (const url of ['/occupations/nurse', '/method', '/terms'])
      expect((await app.inject({ url, headers: { accept: 'text/html' } })).body).not.toContain('<script src');
  });
});
