import { type Fixtures, loadFixtures, snapshotOf } from '../people.builder.js';
import { planRoute } from './plan-route.js';
import { regulatorOf, routeFacts } from './route-facts.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const known = (code: string) => {
  const route = fixtures.market.routeInto([{ code, weight: 1 }]);
  if (!route) throw new Error(`no route into ${code}`);
  const { apprenticeships } = fixtures.catalogue.dataset;
  return { route, apprenticeships: route.apprenticeships.flatMap((one) => apprenticeships.get(one) ?? []) };
};

const facts = (
  code: string,
  nation?: Parameters<typeof routeFacts>[1],
  person?: Parameters<typeof routeFacts>[2],
) => routeFacts(known(code), nation, person);

describe('the facts of a route', () => {
  it('name the register and the checks of the nation, and of no other', () => {
    const law = (nation?: Parameters<typeof routeFacts>[1]): string => facts('2237', nation).law.join('; ');
    expect(law('England')).toMatch(/Nursing and Midwifery Council.*Disclosure and Barring Service/);
    expect(law('Scotland')).toMatch(/Nursing and Midwifery Council.*Disclosure Scotland/);
    expect(law('Scotland')).not.toMatch(/Barring Service|AccessNI/);
    expect(law()).toMatch(
      /Nursing and Midwifery Council.*in your nation, .*Disclosure Scotland \(Scotland\)/,
    );
  });

  it('name the pages of the nation alone to check them against', () => {
    expect(facts('4215', 'England').pages).toEqual(['www.gov.uk/dbs']);
    for (const nation of ['England', 'Wales'] as const)
      for (const [code] of fixtures.market.allRoutes())
        expect([code, facts(code, nation).pages.join()]).toEqual([
          code,
          expect.not.stringMatching(/disclosure\.gov\.scot|hseni/),
        ]);
  });

  it('say how far somebody’s own money reaches', () => {
    const cost = (budget?: number): string => facts('4215', 'England', { budget }).cost;
    expect(cost()).not.toContain('your £');
    expect(cost(600)).not.toContain('your £');
    expect(cost(100)).toContain('your £100 reaches only its lower end');
    expect(cost(0)).toContain('with £0 of your own');
  });

  it('name no licensed path without its register', () => {
    for (const code of ['2231', '2237', '2253', '6133', '2461', '2251', '8211', '8212'])
      for (const nation of ['England', 'Wales', 'Scotland', 'Northern Ireland'] as const)
        expect([code, nation, facts(code, nation).law.length > 0]).toEqual([code, nation, true]);
    const dental = fixtures.market.routeInto([{ code: '6133', weight: 1 }]);
    expect(dental && regulatorOf(dental, 'Wales')).toBe('General Dental Council');
  });

  it('keep nobody out for a register that is for a firm or for some of the people', () => {
    // A waste carrier, a food business, and who must register once they have begun.
    for (const code of ['5113', '5319', '7123', '9221', '6135'])
      for (const nation of ['England', 'Wales'] as const)
        expect([code, nation, regulatorOf(known(code).route, nation)]).toEqual([code, nation, undefined]);
  });

  it('send nobody to a body or a page of another nation', () => {
    const OF = {
      England: /\b(DVA|SEPA|NIEA|AccessNI|Natural Resources Wales)\b|Disclosure Scotland|\.scot\b|nidirect/,
      'Northern Ireland': /\b(DVLA|SEPA)\b|Natural Resources Wales|Disclosure Scotland|\.scot\b/,
      Scotland: /\b(DVA|NIEA|AccessNI|DBS)\b|nidirect|ewc\.wales/,
    } as const;
    const sent = [...fixtures.market.allRoutes().keys()].flatMap((code) =>
      (['England', 'Northern Ireland', 'Scotland'] as const).flatMap((nation) => {
        const { law, asked, pages } = facts(code, nation);
        const said = [...law, ...asked, ...pages.filter((page) => !page.includes(' or '))];
        return said.filter((one) => OF[nation].test(one)).map((one) => `${code} ${nation}: ${one}`);
      }),
    );
    expect(sent).toEqual([]);
  });

  it('tell who is on the register nothing of the ways to it', () => {
    const [nurse, community] = [known('2237'), known('2232')];
    const past = routeFacts(community, 'England', { own: nurse.route });
    expect(past.held).toBe('Nursing and Midwifery Council');
    expect(past.apprenticeships).toEqual([]);
    expect(past.funded.join()).not.toMatch(/bursary|degree|apprentice/i);
    expect(planRoute(community, 'England', true, nurse.route)).toMatchObject({ law: null, funded: null });
    expect(planRoute(community, 'England', true).law).toMatch(/registration as a nurse/);
    expect(facts('2232', 'England').apprenticeships).not.toEqual([]);
  });

  it('name at most two apprenticeships, by name, level and reference, in England, and money of the nation alone', () => {
    expect(facts('2237', 'Wales').apprenticeships).toEqual([]);
    const { apprenticeships } = facts('2237', 'England');
    const { funded } = facts('2237', 'Wales');
    expect(apprenticeships.length).toBeGreaterThan(0);
    expect(apprenticeships.length).toBeLessThanOrEqual(2);
    for (const one of apprenticeships) expect(one).toMatch(/ \(level \d, ST\d{4}/);
    expect(funded.length).toBeGreaterThan(0);
    expect(funded.filter((one) => /\((England|Scotland|Northern Ireland);/.test(one))).toEqual([]);
  });

  it('say how long in words that help: a wide range as two ways, years as years', () => {
    const time = (code: string): string => facts(code).time;
    expect(time('2133')).toBe(
      '3 months before the first pay if you hold most of it, 7 years by the whole training',
    );
    expect(time('2237')).toBe('2–5 years before the first pay in this work');
    expect(time('1222')).toBe('paid from the start, or after up to 2 years of preparation');
    expect(time('3312')).toBe('6–18 months before the first pay in this work');
    for (const [code, { months }] of fixtures.market.allRoutes())
      if (months.from > 0 && months.to >= 24 && months.to >= 4 * months.from)
        expect([code, time(code)]).toEqual([code, expect.stringContaining('by the whole training')]);
  });

  it('stand on every path of a person whose targets have a unit group', () => {
    const { paths } = snapshotOf(fixtures, {
      name: 'Gareth Prosser',
      answers: { occupationSlug: 'hgv-driver', region: 'W92000004' },
    });
    expect(paths.length).toBe(3);
    for (const { route, entry } of paths) {
      expect(route?.nation).toBe('Wales');
      expect(entry.firstTest).toHaveLength(3);
      expect(entry.specific).toBe(true);
    }
  });
});
