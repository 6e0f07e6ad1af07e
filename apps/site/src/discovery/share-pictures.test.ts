import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sha256 } from '@app/kernel';
import { publicSite } from '../../../../test/support/public-site.js';

describe('pictures for shared links', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await publicSite()));
  afterAll(() => app.close());
  const get = (url: string, headers = {}) =>
    app.inject({ url, headers: { accept: 'text/html', ...headers } });
  const addressOn = async (page: string): Promise<string> =>
    (/<meta property="og:image" content="http:\/\/localhost:3000([^"]+)">/.exec((await get(page)).body) ??
      [])[1] ?? '';

  it.each(['/', '/blueprint', '/occupations/nurse', '/occupations/actuary'])(
    'are named by %s, whole and kept for a year',
    async (page) => {
      const address = await addressOn(page);
      const { statusCode, headers, rawPayload } = await get(address);
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png']);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(rawPayload.length).toBeLessThan(150_000);
      const again = await get(address, { 'if-none-match': headers['etag'] });
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    },
  );

  it('are the same bytes wherever they are drawn', async () => {
    const other = await publicSite();
    const address = await addressOn('/occupations/nurse');
    const bytes = (await other.inject({ url: address })).rawPayload;
    expect(sha256(bytes)).toBe(sha256((await get(address)).rawPayload));
    await other.close();
  });

  it('have an address that changes with what they show', async () => {
    const other = await publicSite({ BRAND_NAME: 'Elsewhere' });
    const { body } = await other.inject({ url: '/occupations/nurse' });
    expect(body).not.toContain(await addressOn('/occupations/nurse'));
    await other.close();
    const old = await get('/pictures/nurse.0123456789.png');
    expect([old.statusCode, old.headers['cache-control']]).toEqual([200, 'public, max-age=300']);
    for (const wrong of ['/pictures/no-such-job.0123456789.png', '/pictures/nurse.png', '/pictures/..%2f'])
      expect((await get(wrong)).statusCode).toBe(404);
  });
});
