import { OTHER_ACTIVITIES } from '../build/activity-tasks.js';
import { Catalogue } from '../catalogue.js';
import type { OccupationReport } from '../model/report.js';

const catalogue = Catalogue.load();
const reports = catalogue.all().flatMap(({ slug }) => catalogue.report(slug) ?? []);
const data = reports.filter(({ kind }) => kind === 'data');

/** Every sentence of a report that was made from its figures. */
const wordsOf = ({ summary, timeline, faq, evidence }: OccupationReport): string =>
  [
    ...summary,
    ...timeline.map(({ text }) => text),
    ...faq.flatMap(({ question, answer }) => [question, answer]),
    evidence.agreement,
  ].join(' ');

const named = (slug: string): string =>
  catalogue
    .report(slug)
    ?.tasks.map(({ name }) => name)
    .join('; ') ?? '';

/** Each of these was found when the pages of sixty groups were read as their workers would. */
describe('a report as those read it who do the work', () => {
  it('speaks of people by a name somebody would use', () => {
    for (const report of reports) {
      const words = wordsOf(report);
      expect([
        report.slug,
        /\ban? other\b|\broyal (Air|Marines|Navy)|work of (?!.*people in)[a-z, ]*(trades|occupations) scores/.exec(
          words,
        )?.[0],
      ]).toEqual([report.slug, undefined]);
    }
    expect(catalogue.report('royal-air-force-aviator')?.summary[0]).toContain('a Royal Air Force aviator');
  });

  it('ranks it above nobody and never above everybody', () => {
    for (const report of reports) {
      expect([report.slug, /\b(above|to) (0|100)%/.exec(wordsOf(report))?.[0]]).toEqual([
        report.slug,
        undefined,
      ]);
    }
  });

  it('has no row of work that takes nothing, and quotes as they are printed', () => {
    for (const { slug, tasks } of data) {
      expect([slug, tasks.filter(({ sharePercent }) => sharePercent === 0).map(({ name }) => name)]).toEqual([
        slug,
        [],
      ]);
      expect([slug, tasks.filter(({ name }) => name.includes("'")).map(({ name }) => name)]).toEqual([
        slug,
        [],
      ]);
    }
  });

  it('says so where the labels of the tasks tell another story than the score', () => {
    let said = 0;
    for (const report of data) {
      const mean = report.occupation.tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0);
      const apart = Math.abs(mean - report.score.exact) >= 15;
      if (apart) said += 1;
      expect([report.slug, /one study’s and put the work (higher|lower)/.exec(wordsOf(report))?.[1]]).toEqual(
        [report.slug, apart ? (mean > report.score.exact ? 'higher' : 'lower') : undefined],
      );
    }
    expect(said).toBeGreaterThan(20);
  });

  it('offers no move that nobody gave a reason for', () => {
    for (const { slug, pivots } of data)
      expect([slug, pivots.filter(({ why }) => why === undefined).map(({ title }) => title)]).toEqual([
        slug,
        [],
      ]);
    expect(data.filter(({ pivots }) => pivots.length < 2).map(({ slug }) => slug)).toEqual([]);
  });

  it('calls no page, path or role beside it by what is left over of a group', () => {
    const leftOver = /^other\b|n\.e\.c|\(r&d\)/i;
    expect(catalogue.all().filter(({ title }) => leftOver.test(title))).toEqual([]);
    for (const { slug, pivots, compare } of reports)
      expect([slug, [...pivots, ...compare].filter(({ title }) => leftOver.test(title))]).toEqual([slug, []]);
    expect(catalogue.report('functional-or-operations-manager')?.title).toBe(
      'Functional or operations manager',
    );
  });

  it('names every part of the work in words of the trade, and no two alike', () => {
    const general = new Set([...catalogue.dataset.activities.values()].map(({ name }) => name));
    for (const { slug, tasks } of data) {
      const names = tasks.map(({ name }) => name);
      expect([slug, names.filter((name) => general.has(name))]).toEqual([slug, []]);
      const once = new Set(names.map((name) => name.toLowerCase()));
      expect([slug, once.size]).toEqual([slug, names.length]);
    }
  });

  it('compares it with work alike where its sector has none that scores more', () => {
    const known = catalogue.all().filter(({ kind, code }) => kind === 'edited' || code.length === 4);
    for (const { slug, code, sector, score, compare } of data) {
      // At the low end of the scale every role scores more.
      const [more, ...rest] = compare.filter(({ place }) => place === 'higher score');
      const other = more && rest.length === 0 ? catalogue.bySlug(more.slug) : undefined;
      if (!other || other.sector === sector.id) continue;
      const alike = known.some(
        (one) => one.code !== code && one.code[0] === code[0] && Math.round(one.score) - score.value >= 5,
      );
      expect([slug, other.slug, alike && other.code[0] !== code[0]]).toEqual([slug, other.slug, false]);
    }
    const beside = (slug: string): string[] => catalogue.report(slug)?.compare.map((role) => role.slug) ?? [];
    expect(beside('trading-standards-officer')).not.toContain('retail-assistant');
    expect(beside('exam-invigilator')).not.toContain('police-officer');
  });

  it('compares it with work that people know, not with a narrow trade counted by its whole unit group', () => {
    for (const { slug, compare } of data)
      for (const role of compare.filter((one) => one.slug !== slug)) {
        const other = catalogue.bySlug(role.slug);
        expect([slug, role.slug, other?.kind === 'edited' || other?.code.length === 4]).toEqual([
          slug,
          role.slug,
          true,
        ]);
      }
  });

  it.each([
    ['bookmaker', /taking bets/i, /pool|kit/],
    ['croupier', /dealing/i, /pool|floor or galleries/],
    ['taxidermist', /mounting/i, /deceased|funeral/],
    ['sterile-services-technician', /autoclaves/i, /beds|patients are/],
    ['court-usher', /courtrooms/i, /alarms/],
    ['box-office-assistant', /tickets/i, /loan|missed payments/],
    ['census-enumerator', /households/i, /suppliers/],
    ['singer', /singing/i, /scripts|guests/],
    ['epidemiologist', /disease/i, /digs|archives/],
    ['trading-standards-officer', /traders/i, /drivers/],
    ['foster-carer', /children/i, /rounds|residents/],
    ['museum-education-officer', /school groups/i, /acquiring|authenticating/i],
    ['life-coach', /goals/i, /creditors|crisis/],
    ['tobacco-worker', /leaf/i, /ovens/],
    ['purchasing-administrator', /purchase orders/i, /post, fees/i],
    ['medical-or-scientific-illustrator', /specimens/i, /kilns|carving/],
    ['trade-union-official', /hearings/i, /office staff/],
    ['exam-invigilator', /candidates/i, /designs/],
    ['plumbers-mate', /pipe/i, /budgets|digging/],
  ])('calls the work of a %s what it is', (slug, own, other) => {
    expect(named(slug)).toMatch(own);
    expect(named(slug)).not.toMatch(other);
  });

  it('names every part of the work but the rest of it', () => {
    for (const { slug, tasks } of data)
      expect([slug, tasks.filter(({ id, name }) => id !== OTHER_ACTIVITIES && name.trim() === '')]).toEqual([
        slug,
        [],
      ]);
  });
});
