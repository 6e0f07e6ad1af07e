import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PRODUCTION } from '@app/testing';
import { publicSite } from '../../../../test/support/public-site.js';

const PAGES = [
  ...['/', '/occupations', '/occupations?sort=score', '/occupations/machine-learning-engineer', '/compare'],
  ...[
    '/occupations/chief-executives-and-senior-officials',
    '/method',
    '/data',
    '/blueprint',
    '/terms',
    '/privacy',
  ],
];

describe('how public pages travel', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await publicSite(PRODUCTION)));
  afterAll(() => app.close());
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ url, headers: { accept: 'text/html', ...headers } });

  it.each(PAGES)('%s: light, from our own files alone, and known again', async (url) => {
    const first = await get(url);
    expect(first.statusCode).toBe(200);
    expect(first.headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect(gzipSync(first.body).length).toBeLessThan(60_000);
    const files = [
      ...first.body.matchAll(/<(?:link|script|img|iframe|source)[^>]*? (?:href|src)="([^"#][^"]*)"/g),
    ].map(([, address = '']) => address.replace('https://pivotwise.co.uk', ''));
    expect(files.filter((file) => !file.startsWith('/'))).toEqual([]);
    expect(new Set(files.filter((file) => file.endsWith('.woff2'))).size).toBeLessThanOrEqual(2);
    const etag = String(first.headers['etag']);
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(url, { 'if-none-match': 'W/"other"' })).statusCode).toBe(200);
  });

  it('are sent in the smallest form that the reader takes', async () => {
    const plain = (await get('/terms')).body;
    for (const [asked, sent, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip, br;q=0', 'gzip', gunzipSync],
    ] as const) {
      // Until the stored forms are made the answer is packed on the way; both must hold.
      for (let round = 0; round < 2; round += 1) {
        const { headers, rawPayload } = await get('/terms', { 'accept-encoding': asked });
        expect([headers['content-encoding'], headers['vary']]).toEqual([
          sent,
          expect.stringMatching(/accept-encoding/i),
        ]);
        expect(unpack(rawPayload).toString()).toBe(plain);
      }
    }
    const sheet = /\/assets\/site\.\w+\.css/.exec(plain)?.[0] ?? '';
    for (const asked of ['br', 'gzip']) {
      const { headers, rawPayload } = await get(sheet, { 'accept-encoding': asked });
      expect([headers['content-encoding'], headers['cache-control']]).toEqual([
        asked,
        'public, max-age=31536000, immutable',
      ]);
      expect(rawPayload.length).toBeLessThan(20_000);
    }
  });

  it('carry the headers that keep a browser safe', async () => {
    const { headers } = await get('/');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(headers['strict-transport-security']).toMatch(/^max-age=6\d{7}; includeSubDomains/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('are not kept when something went wrong', async () => {
    const { statusCode, headers } = await get('/no-such-page');
    expect([statusCode, headers['cache-control'], headers['etag']]).toEqual([404, 'no-store', undefined]);
  });
});
