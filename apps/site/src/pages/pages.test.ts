import { gzipSync } from 'node:zlib';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { createHttpApp } from '@app/http';
import { CLOCK, sha256 } from '@app/kernel';
import { Catalogue } from '@app/occupations';
import { FakeClock, testEnvironment } from '@app/testing';
import { DesignController } from './design/design.controller.js';
import { PagesModule } from './pages.module.js';
import { wordsOf } from './words.builder.js';

const environment = testEnvironment({ SITE_URL: 'http://localhost:3000' });
const clock = new FakeClock(new Date('2026-11-23T19:44:00Z'));

@Global()
@Module({
  providers: [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: clock },
  ],
  exports: [Environment, CLOCK],
})
class SettingsModule {}

@Module({ imports: [SettingsModule, PagesModule] })
class PublicPagesModule {}

const EDITED = [
  'machine-learning-engineer',
  'data-scientist',
  'solutions-architect',
  'nurse',
  'biomedical-engineer',
  'platform-engineer',
  'clinical-trials-manager',
];
const PAGES = [
  '/',
  '/occupations',
  '/occupations?sector=technology',
  '/occupations?sector=health&order=title',
  '/occupations?sort=score',
  '/occupations?sort=jobs&sector=technology&page=2',
  '/occupations?q=nurs',
  '/occupations?q=zzzz%3Cscript%3E',
  ...EDITED.map((slug) => `/occupations/${slug}`),
  '/blueprint',
  '/method',
  '/data',
  '/compare',
  '/compare?role=nurse',
  '/compare?role=nurze&role=data-scientist&role=&role=',
  '/compare?role=machine-learning-engineer&role=solutions-architect&role=nurse&role=data-scientist',
  '/about',
  '/terms',
  '/privacy',
  '/cookies',
  '/cancellation',
  '/complaints',
  '/accessibility',
];
/** Areas of the site that other modules serve. */
const ELSEWHERE =
  /^\/(assessment|orders?|download|find-order|verify|on-time|changes\.atom)(\/|\?|$)|\/(write|notice|report-an-error)$/;

describe('the public pages', () => {
  let app: NestFastifyApplication;
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
  const words = async (url: string): Promise<string> => wordsOf((await get(url)).body);

  beforeAll(async () => {
    app = await createHttpApp(PublicPagesModule, environment, { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each(PAGES)('%s is whole, light and the same for everyone', async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(body).toMatch(/<title>[^<]+<\/title>/);
    expect(body).toContain('<main id="main"');
    // Nothing the content policy would block, and nothing unfilled.
    const data = /<script type="application\/ld\+json">[^<]*<\/script>/;
    const ours =
      /<script src="\/assets\/site\.[0-9a-f]{10}\.js" data-sheet="\/assets\/suggestions\.[0-9a-f]{10}\.css" defer><\/script>/;
    expect(body.replace(data, '').replace(ours, '')).not.toMatch(
      /<script|<style|style=|on(click|load)=|javascript:/,
    );
    expect(body).not.toMatch(/undefined|\[object|NaN|\{\{|\{%/);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(gzipSync(body).length).toBeLessThan(60_000);
  });

  it('names on the home page no two occupations of one group, whose jobs would count twice', async () => {
    const { body } = await get('/');
    const held = body.slice(body.indexOf('id="held"'));
    const slugs = [...held.matchAll(/href="\/occupations\/([a-z-]+)"/g)].map(([, slug = '']) => slug);
    expect(slugs).toEqual(expect.arrayContaining(['care-worker', 'software-developer']));
    const groups = slugs.map((slug) => app.get(Catalogue).bySlug(slug)?.code.slice(0, 4));
    expect(new Set(groups).size).toBe(slugs.length);
  });

  it('lists every occupation once in its family of work', async () => {
    const { body } = await get('/occupations?by=group');
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
    const linked = [...main.matchAll(/href="\/occupations\/([^"?]+)"/g)].map(([, slug = '']) => slug);
    // A report that answers for several unit groups stands in each of them.
    const all = app.get(Catalogue).all();
    expect(new Set(linked)).toEqual(new Set(all.map(({ slug }) => slug)));
    expect(linked.length).toBeLessThan(all.length + 20);
    expect(main.match(/<h2/g)).toHaveLength(9);
  });

  it('links only to pages that are there, and each has a title and a description', async () => {
    const links = new Set<string>();
    for (const url of PAGES) {
      for (const [, href = ''] of (await get(url)).body.matchAll(/ href="(\/[^"#]*)/g))
        links.add(href.replace(/&amp;/g, '&'));
    }
    const broken: string[] = [];
    for (const link of [...links].filter((href) => !ELSEWHERE.test(href))) {
      // Data reports are many and alike: one in twenty is enough here.
      if (
        /^\/occupations\/(?!.*\.)/.test(link) &&
        !EDITED.some((slug) => link.endsWith(slug)) &&
        link.length % 20 !== 0
      )
        continue;
      const { statusCode, headers, body } = await get(link);
      if (statusCode !== 200) broken.push(`${link} ${statusCode}`);
      if (!/^text\/html/.test(String(headers['content-type']))) continue;
      if (!/<title>[^<]+</.test(body)) broken.push(`${link} has no title`);
      if (!/<meta name="description" content="[^"]{20,}"/.test(body))
        broken.push(`${link} has no description`);
    }
    expect(broken).toEqual([]);
  });

  it('shows the house style to those who work on the site, and in production to nobody', async () => {
    const { statusCode, headers, body } = await get('/design');
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('noindex');
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const live = Object.assign(Object.create(environment) as Environment, { NODE_ENV: 'production' });
    expect(() => new DesignController(live, app.get(Catalogue, { strict: false })).design()).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('keeps the style sheet under 20 kB, and under 8 kB as it travels', async () => {
    const url = /\/assets\/site\.\w+\.css/.exec((await get('/')).body)?.[0] ?? '';
    const { body } = await get(url);
    expect(body.length).toBeLessThan(20_000);
    expect(gzipSync(body).length).toBeLessThan(8_000);
  });

  describe('the price and the promise', () => {
    it('are the same on every page and in the structured data', async () => {
      const { body } = await get('/blueprint');
      const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)</.exec(body)?.[1] ?? '{}') as {
        offers: { price: string; priceCurrency: string };
      };
      expect(data.offers).toMatchObject({ price: '49.00', priceCurrency: 'GBP' });
      expect(environment.PRICE_PENCE).toBe(Number(data.offers.price) * 100);
      for (const url of ['/', '/blueprint', '/terms', '/occupations/nurse'])
        expect(await words(url)).toMatch(
          /£49 in all|£49\.? We are not registered for VAT, so none is charged\./,
        );
    });

    it('is the one of the table for an order at this moment', async () => {
      for (const url of ['/', '/blueprint', '/occupations/nurse']) {
        expect((await words(url)).replace(/\u00a0/g, ' ')).toContain('6 pm on Thursday 26 November 2026');
      }
    });
  });

  describe('the open data', () => {
    it('is given away with checksums that hold', async () => {
      const sums = (await get('/data/checksums.txt')).body.trim().split('\n');
      for (const [index, url] of ['/data/catalogue.csv', '/data/catalogue.json'].entries()) {
        const file = await get(url);
        expect(file.headers['cache-control']).toBe('public, max-age=3600');
        expect(sums[index]).toMatch(new RegExp(`^${sha256(file.body)}  catalogue-.+\\.(csv|json)$`));
        expect((await get('/data')).body).toContain(sha256(file.body));
      }
    });
  });

  it('ranks by score and by jobs, page after page', async () => {
    expect(await words('/occupations?sort=score&sector=technology')).toMatch(
      /In technology and data, \d+ of \d+ occupations have high exposure to AI/,
    );
    const second = await words('/occupations?sort=jobs&page=2');
    expect(second).toMatch(/Page 2 of \d+/);
    expect(second).toMatch(/Previous page .* Next page/);
    expect((await get('/occupations?sector=health&order=title')).body).toContain(
      '<link rel="canonical" href="http://localhost:3000/occupations?sort=title&amp;sector=health">',
    );
  });

  it('finds an occupation by another name and by a slip of the finger', async () => {
    expect(await words('/occupations?q=ML+engineer')).toContain('Machine learning engineer');
    expect(await words('/occupations?q=nurze')).toContain('Nurse');
  });
});
