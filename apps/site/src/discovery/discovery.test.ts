import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CLOCK, type Clock } from '@app/kernel';
import { Catalogue } from '@app/occupations';
import { publicSite } from '../../../../test/support/public-site.js';
import { LastChanged } from './last-changed.js';
import { readReleases } from './releases.js';

const HERE = 'http://localhost:3000';

describe('what search engines find', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await publicSite()));
  afterAll(() => app.close());
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
  const addresses = (xml: string): string[] =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address.replace(HERE, ''));

  it('an index of sitemaps that hold every indexable report once, each at its canonical address', async () => {
    const lists = addresses((await get('/sitemap.xml')).body);
    const urls = (await Promise.all(lists.map(async (list) => addresses((await get(list)).body)))).flat();
    expect(new Set(urls).size).toBe(urls.length);
    const reports = urls.filter((url) => url.startsWith('/occupations/'));
    expect(reports.length).toBeGreaterThan(900);
    expect(urls.length - reports.length).toBeGreaterThan(10);
    for (const url of urls.filter((each, index) => !reports.includes(each) || index % 60 === 0)) {
      if (/^\/(assessment|on-time)$/.test(url)) continue;
      const { body, statusCode } = await get(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).toContain(`<link rel="canonical" href="${HERE}${url}">`);
      expect(body).not.toContain('noindex');
    }
  });

  it('dates from the release and the content, not from the clock', async () => {
    const { release } = app.get(LastChanged);
    for (const list of ['/sitemap.xml', '/sitemaps/data-reports.xml', '/sitemaps/edited-reports.xml']) {
      const days = [...(await get(list)).body.matchAll(/<lastmod>([^<]*)</g)].map(([, day]) => day);
      expect(days.length).toBeGreaterThan(2);
      for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(days).toContain(release);
    }
    expect((await get('/sitemaps/pages.xml')).body).toContain('/terms</loc></url>');
  });

  it('personal pages closed to crawlers', async () => {
    const { body } = await get('/robots.txt');
    for (const path of ['/assessment/', '/order', '/download']) expect(body).toContain(`Disallow: ${path}\n`);
    expect(body).toContain(`Sitemap: ${HERE}/sitemap.xml`);
  });

  it('where to report a hole, with an end within a year, and an icon where programs ask for it', async () => {
    const { body } = await get('/.well-known/security.txt');
    expect(body).toMatch(/^Contact: mailto:\S+@\S+\n/);
    const left =
      new Date(/^Expires: (.*)$/m.exec(body)?.[1] ?? '').getTime() - app.get<Clock>(CLOCK).now().getTime();
    expect(left / 86_400_000).toBeGreaterThan(150);
    expect(left / 86_400_000).toBeLessThan(365);
    const icon = await get(String((await get('/favicon.ico')).headers['location']));
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/x-icon']);
  });

  it('no title that a list of results would cut, whatever the work is called', async () => {
    const longest = [...app.get(Catalogue).all()].sort((a, b) => b.title.length - a.title.length);
    const around = [41, 53].flatMap((size) =>
      longest.filter(({ title }) => Math.abs(title.length - size) < 2),
    );
    for (const { slug } of [...longest.slice(0, 8), ...around.slice(0, 12)]) {
      const title = /<title>([^<]+)</.exec((await get(`/occupations/${slug}`)).body)?.[1] ?? '';
      const shown = title.replace(/&#?\w+;/g, '_');
      expect([slug, shown.length > 20 && shown.length <= 65, shown]).toEqual([slug, true, shown]);
    }
  });

  it('a description on every page, and noindex once on those that are for one person', async () => {
    const own = ['/complaints/write', '/cancellation/notice', '/occupations/nurse/report-an-error'];
    const many = ['/compare?role=nurse&role=plumber', '/occupations?q=nurse', '/compare?role=zzzzqqq&role='];
    for (const path of [...own, ...many, '/verify', '/find-order', '/assessment/resume', '/no-such-page']) {
      const { body } = await get(path);
      const count = (tag: RegExp): number => body.match(tag)?.length ?? 0;
      const [described, unlisted] = [
        count(/<meta name="description" content="[^"]{20,}">/g),
        count(/"noindex"/g),
      ];
      expect([path, described, unlisted]).toEqual([path, 1, 1]);
    }
  });

  it('one title and one description for each page', async () => {
    const paths = [
      ...[
        '/',
        '/occupations',
        '/compare',
        '/blueprint',
        '/method',
        '/data',
        '/terms',
        '/privacy',
        '/cookies',
      ],
      ...['/accessibility', '/occupations?sort=score', '/occupations?sort=score&sector=health'],
      ...['/occupations/nurse', '/occupations/data-scientist', '/occupations/actuary'],
      '/occupations/civil-service-administrative-officer',
    ];
    const seen = { titles: new Set<string>(), descriptions: new Set<string>() };
    for (const path of paths) {
      const { body } = await get(path);
      const title = /<title>([^<]+)<\/title>/.exec(body)?.[1] ?? '';
      const description = /<meta name="description" content="([^"]+)">/.exec(body)?.[1] ?? '';
      expect([path, title.length <= 65 || title]).toEqual([path, true]);
      expect(title.endsWith(' – Pivotwise') || title.length > 65 - ' – Pivotwise'.length).toBe(true);
      expect([path, description.length > 40 && description.length < 260]).toEqual([path, true]);
      expect(body).toContain(`<meta property="og:title" content="${title}">`);
      seen.titles.add(title);
      seen.descriptions.add(description);
    }
    expect([seen.titles.size, seen.descriptions.size]).toEqual([paths.length, paths.length]);
  });
});

describe('the releases', () => {
  it('name the data set and the method that run', () => {
    const { dataset, modelVersion } = Catalogue.load();
    expect(readReleases()).toContainEqual(
      expect.objectContaining({ dataset: dataset.version.split('-')[0], model: modelVersion }),
    );
  });

  it('are refused when damaged or out of order', () => {
    const release = (date: string): string =>
      `- { dataset: a, model: '1.0', date: ${date}, changes: [New.] }\n`;
    expect(readReleases(release('2026-11-24') + release('2026-10-01'))).toHaveLength(2);
    expect(() => readReleases(release('2026-10-01') + release('2026-11-24'))).toThrow(/newest/);
    expect(() => readReleases('[]')).toThrow(/needs/);
    expect(() => readReleases('- { dataset: a }')).toThrow(/needs/);
  });
});
