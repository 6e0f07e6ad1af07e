import { examplePeople, pagesInWords } from './examples.builder.js';
import { type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

const people = examplePeople();
let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const example = (id: string): Person => {
  const person = people.find((one) => one.id === id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
};
const draftOf = (id: string): BlueprintSnapshot => snapshotOf(fixtures, example(id));
const pagesOf = (person: Person): readonly string[] => pagesInWords(fixtures, person);
const page = (id: string, number: number): string => pagesOf(example(id))[number - 1] ?? '';

describe('advice that is worth more than a free answer', () => {
  it('says beside the first path that no data tell whether it is done from home, to who wishes only that', () => {
    expect(page('translator-high-score', 2)).toContain('ask whether it can be done from home, as you wish');
    expect(page('translator-high-score', 2)).not.toContain('suits your answers best');
    expect(page('gp-receptionist', 2)).not.toContain('from home');
  });

  it('shows the steps of their last trade to who has no job, without words for a manager', () => {
    const steps = page('between-jobs', 11);
    expect(steps).toContain('Supplier disputes and changed bank details');
    expect(steps).not.toContain('What to say');
    expect(draftOf('between-jobs').steps).toHaveLength(4);
    expect(JSON.stringify(draftOf('between-jobs').plan)).not.toContain('Ask about the step');
    // The third of the moves is named where its page is given away.
    expect(page('between-jobs', 8)).toMatch(/Third of the moves: \w+ .*Its page is given to the steps/);
  });

  it('counts no gain from pay that the law no longer allows, nor rests a jobseeker from what a work coach asks', () => {
    expect(page('gp-receptionist', 2)).toContain('against £10,604 by law');
    const drafts = people.map((person) => snapshotOf(fixtures, person));
    const counted = drafts.flatMap(({ pay: { law }, reasons }) =>
      reasons.flatMap((reason) =>
        [...reason.matchAll(/(?:: |against )£([\d,]+)/g)].map(
          ([, pounds]) => [pounds, law?.least ?? 0] as const,
        ),
      ),
    );
    expect(counted.length).toBeGreaterThan(5);
    for (const [pounds = '', least] of counted)
      expect(Number(pounds.replaceAll(',', ''))).toBeGreaterThanOrEqual(least);
    expect(page('between-jobs', 14)).toContain('of “each week” only what a work coach holds you to');
    expect(page('gp-receptionist', 14)).toContain('Rest: holidays.');
  });

  it('tells who may have benefits of both, Universal Credit and the pension', () => {
    for (const id of ['gp-receptionist', 'warehouse-no-title'])
      expect(page(id, 13)).toMatch(/Universal Credit[^]*Pension:/);
    // Of which area the pay is stays, and so do the terms of who is on a national scale.
    expect(page('gp-receptionist', 13)).toContain('The figures are for the West Midlands.');
    expect(page('nurse-scotland', 13)).toMatch(
      /last point comes after four years[^]*Your terms:[^]*Your register:/,
    );
  });

  it('says once what a search does in every week, asks for the free course before the first test, and leaves hours for lessons', () => {
    const { plan } = draftOf('between-jobs');
    const fourteen = page('between-jobs', 14);
    expect(fourteen).toContain('Each week');
    expect(fourteen.match(/note every answer/g)).toHaveLength(1);
    const second = plan.weeks[1]?.actions.map(({ text }) => text) ?? [];
    expect(second[0]).toContain('Ask a college about Free Courses for Jobs');
    expect(page('gp-receptionist', 14)).not.toMatch(/Each week|Free Courses/);
    const all = plan.weeks.flatMap(({ actions }) => actions);
    const hoursOf = (kind: string): number =>
      all.filter((action) => action.kind === kind).reduce((sum, { hours }) => sum + hours, 0);
    expect(hoursOf('learn')).toBeGreaterThan(25);
    // Five applications take four hours of a week of ten, and no week is without them.
    for (const { everyWeek, hours } of all) if (everyWeek) expect(hours).toBeGreaterThanOrEqual(4);
    expect(all.filter(({ everyWeek }) => everyWeek)).toHaveLength(10);
  });

  it('says equal moves of hours once, and asks those whom the work goes to', () => {
    for (const number of [4, 11])
      expect(page('solicitor', number).match(/45 → 41/g) ?? []).toHaveLength(number === 4 ? 1 : 0);
    expect(page('solicitor', 11)).toContain('Ask two clients which part they will not pay');
    expect(page('ml-engineer', 11)).not.toContain('will not pay');
  });

  it('names a task for the hard case, the standard of an apprenticeship, and nobody’s union to a solicitor', () => {
    for (const person of people) {
      const { plan } = snapshotOf(fixtures, person);
      const texts = plan.weeks.flatMap(({ actions }) => actions.map(({ text }) => text)).join('\n');
      expect([person.id, /hard case(?! of )/.exec(texts)]).toEqual([person.id, null]);
      expect([person.id, /apprenticeship(?! (?:ST|AN|OCC)?\d)/.exec(texts)]).toEqual([person.id, null]);
    }
    expect(page('translator-high-score', 14)).toMatch(/hard case of translating/);
    expect(page('between-jobs', 14)).toContain('look near you for apprenticeship ST0002');
    expect(page('solicitor', 12)).toContain('your professional body’s courses');
    expect(page('solicitor', 14)).toContain('half an hour with your supervising partner');
    expect(page('solicitor', 12)).not.toContain('union');
  });

  it('names money for whoever is paid little or works for themselves, and the employer’s for who stays', () => {
    for (const [id, words] of [
      ['gp-receptionist', /Training hub for general practice[^]*Free Courses for Jobs[^]*Adult skills fund/],
      [
        'warehouse-no-title',
        /Skills Bootcamps in warehousing[^]*Adult skills fund: .*East Midlands authority/,
      ],
      ['translator-high-score', /Skills Bootcamps: open to the self-employed/],
      ['solicitor', /keep your £2,000[^]*Your employer: for anything dearer than this[^]*£2,000 comes last/],
    ] as const)
      expect(page(id, 12)).toMatch(words);
    // Who earns more, or has no work, is told of neither.
    for (const id of ['solicitor', 'nurse-scotland', 'between-jobs'])
      expect(page(id, 12)).not.toMatch(/Adult skills fund|open to the self-employed/);
  });

  it('says who has the posts of a next step, which guide to read, and what a middle is the middle of', () => {
    expect(page('solicitor', 13)).toMatch(/Step: in-house lawyer .*Landsec/);
    expect(page('solicitor', 13)).toContain('counts beginners and every field too: after 11 years');
    expect(page('solicitor', 12)).toContain('Generative AI: the essentials, the Law Society');
    expect(page('nurse-scotland', 13)).toContain('In Scotland: £42,978 full time; band 6 from £43,168');
    expect(page('translator-high-score', 13)).toMatch(/your own work.*RWS, TransPerfect/);
    expect(page('translator-high-score', 9)).not.toContain('rad.org.uk');
    expect(page('translator-high-score', 13)).toContain('from April 2027 above £30,000');
    expect(page('solicitor', 13)).toContain('what your contract says of clients and rivals');
  });

  it('offers no step in the trade that is a path of its own', () => {
    expect(draftOf('warehouse-no-title').paths[0]?.title).toBe('Forklift driver');
    expect(page('warehouse-no-title', 11)).not.toContain('reach truck ticket');
    expect(draftOf('lorry').steps?.[0]?.step).toContain('fork-lift');
  });

  it('asks for advertisements once: in the test or in the first lesson', () => {
    for (const person of people) {
      const { paths, learning } = snapshotOf(fixtures, person);
      const inTest = paths[0]?.entry.firstTest.some((step) => /advert/i.test(step)) === true;
      const inLesson = learning.some(({ steps }) => /^Read two advertisements for /.test(steps[0]?.do ?? ''));
      const rings = JSON.stringify(learning).includes('Ring the name on one of them');
      expect([person.id, inTest && inLesson && !rings]).toEqual([person.id, false]);
    }
  });

  it('calls skills by words that people use', () => {
    const all = people.flatMap((person) => pagesOf(person)).join();
    expect(all).not.toMatch(
      /operations monitoring|systems evaluation|customer and personal service|operation and control/i,
    );
    expect(all).toContain('watching gauges and load');
  });
});
