import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { createHttpApp } from '@app/http';
import { CLOCK } from '@app/kernel';
import { Catalogue, mayPassOn } from '@app/occupations';
import { FakeClock, testEnvironment } from '@app/testing';
import { reportJson } from '../report/report-download.js';
import { PagesModule } from '../pages.module.js';

const environment = testEnvironment({ SITE_URL: 'http://localhost:3000' });

@Global()
@Module({
  providers: [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: new FakeClock(new Date('2026-11-30T10:00:00Z')) },
  ],
  exports: [Environment, CLOCK],
})
class SettingsModule {}

@Module({ imports: [SettingsModule, PagesModule] })
class PublicPagesModule {}

const catalogue = Catalogue.load();
const { dataset } = catalogue;
const withheld = dataset.measureInfo.filter((info) => !mayPassOn(dataset, info));

/** The withheld values of a page's group as they would be printed, those with digits enough to be told from other figures. */
const valuesOf = (code: string): string[] =>
  withheld.flatMap(({ id }) => {
    const value = dataset.measures.get(code)?.[id]?.value;
    return value === undefined || String(Math.abs(value)).length < 6 ? [] : [String(Math.abs(value))];
  });

/** Whether a text holds a figure as a whole, not inside a longer one. */
const holds = (text: string, value: string): boolean =>
  new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?!\\d)`).test(text);

const SHOWN = [
  'nurse',
  'data-scientist',
  'actuary',
  'bookmaker',
  'store-manager',
  'roofer',
  'dancer',
  'farrier',
];

describe('a measure that its licence withholds', () => {
  it('is one of those without a licence that lets values be passed on', () => {
    expect(withheld.map(({ id }) => id).sort()).toEqual(['aioe', 'aioeLanguage', 'freyOsborne']);
  });

  it('has no value in any report, as data or in its words', () => {
    let looked = 0;
    for (const { slug, code } of catalogue.all()) {
      const report = catalogue.report(slug);
      if (!report) throw new Error(slug);
      const { dots, routine } = report.evidence;
      const kept = [...dots, ...(routine ? [routine] : [])].filter(({ measure }) =>
        withheld.some(({ id }) => id === measure),
      );
      expect([slug, kept.filter(({ value }) => value !== null)]).toEqual([slug, []]);
      const json = reportJson(report);
      for (const value of valuesOf(code)) {
        looked += 1;
        expect([slug, value, holds(json, value)]).toEqual([slug, value, false]);
      }
    }
    expect(looked).toBeGreaterThan(1000);
  });

  describe('is nowhere on the site', () => {
    let app: NestFastifyApplication;
    const bodyOf = async (url: string): Promise<string> => (await app.inject({ url })).body;

    beforeAll(async () => {
      app = await createHttpApp(PublicPagesModule, environment, { name: 'site' });
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
    });
    afterAll(() => app.close());

    it('on the pages of reports and beside them', async () => {
      for (const slug of SHOWN.filter((each) => catalogue.bySlug(each))) {
        const code = catalogue.bySlug(slug)?.code ?? '';
        for (const part of ['', '/report.json', '/tasks.csv']) {
          const body = await bodyOf(`/occupations/${slug}${part}`);
          for (const value of valuesOf(code))
            expect([slug, part, holds(body, value)]).toEqual([slug, part, false]);
        }
      }
    });

    it('in the files of the whole catalogue, which hold its percentile; the page of the files says so, once', async () => {
      const [page, method] = [await bodyOf('/data'), await bodyOf('/method')];
      const files = [...page.matchAll(/href="([^"]+)" download/g)].map(([, href = '']) => href);
      expect(files.length).toBeGreaterThanOrEqual(2);
      for (const file of files) {
        const body = await bodyOf(file);
        for (const slug of SHOWN.filter((each) => catalogue.bySlug(each))) {
          const entry = file.endsWith('.json')
            ? JSON.stringify(
                (JSON.parse(body) as { occupations: { slug: string }[] }).occupations.find(
                  (one) => one.slug === slug,
                ),
              )
            : (body.split('\r\n').find((line) => line.startsWith(`${slug},`)) ?? '');
          expect(entry).toContain(slug);
          for (const value of valuesOf(catalogue.bySlug(slug)?.code ?? ''))
            expect([file, slug, value, holds(entry, value)]).toEqual([file, slug, value, false]);
        }
      }
      for (const { name } of withheld) expect(page).toContain(name);
      expect(page.match(/states no licence that lets us pass its values on/g)).toHaveLength(1);
      expect(method).not.toContain('states no licence that lets us');
    });
  });
});
