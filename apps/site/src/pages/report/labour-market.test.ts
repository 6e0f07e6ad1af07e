import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { createHttpApp } from '@app/http';
import { CLOCK } from '@app/kernel';
import { LabourMarket, LiveMarket, type PayBands } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { PagesModule } from '../pages.module.js';
import { AdzunaStandIn, DOCUMENTED, FakeClock, json, type Mood, testEnvironment } from '@app/testing';

const server = new AdzunaStandIn();
const clock = new FakeClock(new Date('2026-11-24T10:00:00Z'));
const HOUR = 3600_000;
let keyed: Site;
let keyless: Site;
beforeAll(async () => {
  const url = await server.open();
  keyed = await siteWith({ ADZUNA_API_URL: url, ADZUNA_APP_ID: 'id', ADZUNA_APP_KEY: 'key' });
  keyless = await siteWith({ ADZUNA_API_URL: url });
});
afterAll(async () => {
  await server.close();
  // Cut off by the close: the question that was never answered ends.
  await keyed.read('waiter');
  await Promise.all([keyed.app.close(), keyless.app.close()]);
});
beforeEach(() => {
  server.reset();
  // Past any rest that a failure of the test before began.
  clock.advance(25 * HOUR);
});

type Site = Awaited<ReturnType<typeof siteWith>>;

/** The pages of a site with these settings. Each look goes past the page cache, as a reader five minutes later would. */
async function siteWith(settings: Record<string, string>) {
  const environment = testEnvironment({ LOG_LEVEL: 'silent', ...settings });
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
  class SiteModule {}
  const app: NestFastifyApplication = await createHttpApp(SiteModule, environment, { name: 'site' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  let looks = 0;
  return {
    app,
    look: async (slug: string) => {
      const { body, headers } = await app.inject({ url: `/occupations/${slug}?look=${(looks += 1)}` });
      const [section = ''] = /<section[^>]*aria-labelledby="market">[\s\S]*?<\/section>/.exec(body) ?? [];
      const words = section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
      return { section, words, etag: headers['etag'], cache: headers['cache-control'] };
    },
    /** Waits for the reading that a look set off, by asking for the same. */
    read: (slug: string) => {
      const content = app.get(Catalogue).contentOf(slug)?.content;
      return app.get(LiveMarket).forOccupation({ titles: content ? [content.title, ...content.titles] : [] });
    },
  };
}

describe('pay and jobs on a report', () => {
  it('are official figures with their source, and nothing is live without a key', async () => {
    await keyless.look('electrician');
    const { words } = await keyless.look('electrician');
    expect(words).toMatch(
      /Half of the full-time jobs in this UK group pay £\d\d,\d00 to £\d\d,\d00 Official figures/,
    );
    expect(words).toMatch(/for all of UK group 5241, “Electricians and electrical fitters”/);
    expect(words).toMatch(/There are about 190,700 jobs in “Electricians and electrical fitters”/);
    expect(words).toMatch(/Pay: ONS ASHE 2025 provisional.* Jobs: ONS jobs by occupation/);
    expect(words).toMatch(/No live vacancies are shown\./);
    expect(words).not.toMatch(/Adzuna|advertised/);
    expect(server.requests).toHaveLength(0);
  });

  it('gain the live reading on the next page, with its date and its source', async () => {
    expect((await keyed.look('electrician')).words).toMatch(/No live vacancies are shown/);
    await keyed.read('electrician');
    const { section, words, etag, cache } = await keyed.look('electrician');
    expect(words).toMatch(
      /Official figures .* Live, read on Thursday 26 November 2026 1,843 vacancies advertised/,
    );
    expect(words).toMatch(/for “Electrician” found these/);
    expect(words).toMatch(/First Ltd \(102\) and Second Ltd \(28\)/);
    expect(words).not.toMatch(/No live vacancies/);
    expect(section).toContain('<a href="https://www.adzuna.co.uk">Jobs</a> by');
    expect(cache).toMatch(/^public/);
    expect((await keyed.look('electrician')).etag).toBe(etag);
    expect(server.asked('search/1')).toHaveLength(1);
  });

  it('are not sought live for data reports, whose titles no editor chose for advertisements', async () => {
    expect((await keyed.look('actuary')).words).toMatch(/No live vacancies are shown/);
    expect(server.requests).toHaveLength(0);
  });

  it('say when a search found nothing', async () => {
    server.from('search/1', json({ ...DOCUMENTED['search/1'], count: 0, results: [] }));
    await keyed.look('carpenter');
    await keyed.read('carpenter');
    expect((await keyed.look('carpenter')).words).toMatch(
      /No vacancies found A search of the UK for “Carpenter[^”]*” found no advertisement/,
    );
  });

  it.each<[string, string, Mood]>([
    ['refuses', 'nurse', json({}, 401)],
    ['fails', 'solicitor', json({}, 500)],
    ['answers in another shape', 'chef', json({ count: 'many' })],
    ['hangs up', 'cleaner', (response) => void response.destroy()],
    ['never answers', 'waiter', () => undefined],
  ])('stay official when the source %s, and no page waits for it', async (_how, slug, mood) => {
    server.from('search/1', mood);
    await keyed.look(slug);
    expect((await keyed.look(slug)).words).toMatch(/Official figures .* No live vacancies are shown/);
    if (slug !== 'waiter') expect(await keyed.read(slug)).toBeNull();
  });

  it('name the national pay scale where there is one, and describe no line that is not drawn', async () => {
    const nurse = await keyless.look('nurse');
    expect(nurse.words).toContain(
      'Most nurses are paid on the NHS pay scale, Agenda for Change: your band matters more than these figures.',
    );
    expect(nurse.words).toMatch(/Pay scale: set by .+ Review Body/);
    expect(nurse.words).toContain('The thin line holds the middle eight tenths');
    const gardener = await keyless.look('gardener');
    expect(gardener.words).not.toMatch(/pay scale|middle eight tenths/i);
    expect(gardener.words).toMatch(/highest tenth (is|are) not published|highest tenth are not published/);
  });

  it('compare nothing with pay that is not published, and give what is known of it', async () => {
    const own = await keyless.look('directors-in-consultancy-services');
    expect(own.words).toContain('What this work usually pays is not published');
    expect(own.words).toContain('At least half of those who work full time earn over £67,800 a year');
    const { body } = await keyless.app.inject({ url: '/occupations/directors-in-consultancy-services' });
    expect(body).toMatch(
      /Usual full-time pay £[\d,]+; that of the work here is not published \(at least half earn over £67,800\)\./,
    );
    const { body: from } = await keyless.app.inject({ url: '/occupations/information-technology-directors' });
    expect(from).toContain('What it usually pays is not published (at least half earn over £67,800).');
    const charity = await keyless.look('charity-manager-or-director');
    expect(charity.words).toMatch(
      /usually pays is not published, and the wider group .+ is not paid alike\./,
    );
    expect(charity.words).not.toContain('At least half');
  });

  it('say beside every move what it pays against here, when that is less, and when it is pay of a wider group', async () => {
    const [catalogue, market] = [keyless.app.get(Catalogue), keyless.app.get(LabourMarket)];
    const payOf = (slug: string): PayBands | null => market.payFor(catalogue.bySlug(slug)?.ukCodes ?? []);
    const wider = catalogue.all().find(({ slug }) => (payOf(slug)?.level ?? 'unit group') !== 'unit group');
    for (const slug of ['nurse', 'it-technical-director', wider?.slug ?? '']) {
      const { body } = await keyless.app.inject({ url: `/occupations/${slug}` });
      const lines = [...body.matchAll(/Usual full-time pay [^<]*/g)].map(([line]) => line);
      const paid = (catalogue.bySlug(slug)?.pivots ?? []).map((pivot) => payOf(pivot.slug)).filter(Boolean);
      expect([slug, lines.length]).toEqual([slug, paid.length]);
      const own = payOf(slug);
      lines.forEach((line, index) => {
        const there = paid[index];
        expect([line, line.includes('less than')]).toEqual([
          line,
          (there?.median ?? 0) < 0.9 * (own?.median ?? 0),
        ]);
        const widened = [there, own].filter((pay) => pay?.level !== 'unit group').length;
        expect([line, line.split('(of the wider group)').length - 1]).toEqual([line, widened]);
      });
    }
  });
});
