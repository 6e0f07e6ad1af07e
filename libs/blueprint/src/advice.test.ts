import type { Answers } from '@app/assessment';
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

/** The pages of somebody in words; page 1 is the first. */
const pagesOf = (person: Person): readonly string[] => pagesInWords(fixtures, person);
const page = (id: string, number: number): string => pagesOf(example(id))[number - 1] ?? '';

/** People without a job now, of several trades: by title and by family. */
const JOBSEEKERS: readonly Answers[] = [
  ...[
    'nurse',
    'bookkeeper',
    'solicitor',
    'chef',
    'warehouse-operative',
    'software-developer',
    'electrician',
  ].map((occupationSlug): Answers => ({
    occupationSlug,
    jobTitle: 'Between jobs',
    region: 'E12000007',
    hoursPerWeek: 37,
    payBand: '25-30',
    constraints: { lowestPay: 20_000, monthsToTrain: 6, hoursPerWeekForLearning: 10, avoid: ['shifts'] },
  })),
  { familyId: 'office', jobTitle: 'Between jobs, was in accounts payable', constraints: { budget: 0 } },
  { familyId: 'transport', jobTitle: 'Unemployed' },
  { occupationSlug: 'graphic-designer', jobTitle: 'Out of work', constraints: { lowestPay: 200_000 } },
];

describe('the advice', () => {
  it('calls for no haste only where the window is far', () => {
    const calm = people.filter((person) => pagesOf(person)[4]?.includes('Nothing here calls for haste'));
    expect(calm.length).toBeGreaterThan(0);
    for (const person of calm) {
      const { window } = snapshotOf(fixtures, person).result;
      expect([person.id, window.fastMonths]).toEqual([person.id, null]);
    }
    expect(page('translator-high-score', 5)).toMatch(/page 6/i);
  });

  it('sends nobody on a national scale to ask for a market rate, and says what leaving shifts costs', () => {
    for (const id of ['nurse-scotland', 'nurse', 'teacher-floor', 'teacher-near-retirement'])
      expect([id, pagesOf(example(id)).join(' ')]).toEqual([id, expect.not.stringContaining('market rate')]);
    expect(page('nurse-scotland', 2)).toContain('check band or point and last increment');
    expect(page('nurse-scotland', 13)).toContain('Without shifts the extra pay for nights and weekends goes');
  });

  it('says of a floor under the legal minimum what the law asks, at any hours', () => {
    expect(page('between-jobs', 13)).toContain('take no post at these hours under £24,521');
    expect(page('between-jobs', 8)).toContain('the law asks for £24,521');
    const { payBand: _band, ...answers } = example('lorry').answers;
    const poor = { ...answers, constraints: { ...answers.constraints, lowestPay: 20_000 } };
    expect(pagesOf({ name: 'Gareth', answers: poor })[12]).toContain('more than the £20,000 you need');
  });

  it('tells nobody without a job of an employer, a manager or a team of theirs', () => {
    for (const answers of JOBSEEKERS) {
      const text = pagesOf({ name: 'Sam', answers }).join(' ');
      const told =
        /[^.]*(your (employer|manager|team)\b|team like yours|giving notice|give notice|stay and reshape)[^.]*/i;
      expect([answers, told.exec(text)?.[0]]).toEqual([answers, undefined]);
    }
  });

  it('points in its plans to no page that has nothing on it', () => {
    const all = [...people, ...JOBSEEKERS.map((answers) => ({ name: 'Sam', answers }))];
    for (const person of all) {
      const { plan, result, steps = [] } = snapshotOf(fixtures, person);
      const said = Object.values(plan.plans).join(' ');
      if (result.levers.length === 0) expect(said).not.toContain('page 4');
      if (steps.length === 0) expect(said).not.toContain('page 8');
    }
    expect(draftOf('between-jobs').plan.plans.z).toBe(
      'Any post of the kind you know that pays £24,521 or more, while you look on.',
    );
  });

  it('tells what speaks against a path apart from why it is there', () => {
    const shrinking = page('between-jobs', 9);
    expect(shrinking).toContain('Against it Jobs in its wider group are projected to shrink');
    for (const person of people)
      for (const text of pagesOf(person).slice(8, 11))
        expect(text).not.toMatch(/Why this path(?:(?!Against it|You already have).)*projected to shrink/);
  });

  it('lists no skill both as held and as a gap', () => {
    for (const person of people)
      for (const { have, gaps } of snapshotOf(fixtures, person).paths)
        expect(have.filter((name) => gaps.some((gap) => gap.name === name && !gap.met))).toEqual([]);
  });

  it('opens page 7 with what tools do least of, never with the most exposed task', () => {
    expect(page('translator-high-score', 7)).toMatch(
      /Open with: “I have been a freelance translator[^”]*about 2 hours on clients/,
    );
    expect(page('between-jobs', 7)).not.toMatch(/Open with: “[^”]*coding/);
  });

  it('names no move out of a trade under a headline that none fits', () => {
    expect(page('solicitor', 2)).not.toContain('No move fits');
    expect(page('solicitor', 2)).toContain('Stay in your trade; a next step: in-house lawyer');
  });

  it('is about the work that words in place of a title found, and says so', () => {
    const { occupation, person, answerLevel } = draftOf('warehouse-no-title');
    expect([occupation.slug, person.described, answerLevel]).toEqual([
      'warehouse-operative',
      true,
      'title only',
    ]);
    expect(page('warehouse-no-title', 3)).toContain(
      'we took “I pick and pack in a warehouse” for the work of',
    );
    expect(draftOf('between-jobs').occupation.slug).toBe('purchase-ledger-clerk');
    expect(page('no-title', 3)).toContain('of a whole family of work');
  });

  it('takes the shifts that somebody avoids for a reason to go, and a step in the place they know before one elsewhere', () => {
    const nurse = draftOf('nurse-scotland');
    expect([nurse.recommended, nurse.paths[0]?.title]).toEqual(['path', 'Community nurse']);
    expect(nurse.reasons.join(' ')).toContain('without the shifts');
    expect(draftOf('gp-receptionist').paths[0]?.title).toBe('Medical secretary');
    expect(page('warehouse-no-title', 8)).toContain('warehouse supervisor');
  });

  it('sends nobody on a register to be a student again', () => {
    const all = JSON.stringify([draftOf('nurse-scotland').plan, draftOf('nurse-scotland').learning]);
    expect(all).not.toMatch(/bursary|student/i);
    expect(page('nurse-scotland', 9)).toContain('what you hold there counts');
  });

  it('offers no teaching on site to who works from home only, and no way in that costs more than they have', () => {
    const { scorer } = fixtures;
    const far = scorer
      .candidates(example('translator-high-score').answers)
      .filter(({ limits }) => limits.length === 0);
    expect(far.map(({ group }) => group).filter((group) => /^231[2-6]/.test(group))).toEqual([]);
    const { paths } = draftOf('translator-high-score');
    expect(paths.map(({ beyondBudget }) => beyondBudget)).toEqual([undefined, undefined]);
    const wanted = {
      recommended: 'path',
      paths: ['teacher-of-english-as-a-foreign-language'],
      reason: 'They asked for it by name.',
    } as const;
    const pages = pagesInWords(fixtures, { ...example('translator-high-score'), wanted });
    expect(pages[8]).toContain('The way in costs £700 more than you have for it');
  });

  it('has no number to lower for who has a low score', () => {
    for (const person of people) {
      const { result, plan, recommended } = snapshotOf(fixtures, person);
      if (Math.round(result.score) >= 35) continue;
      expect([person.id, recommended, plan.plans]).toEqual([
        person.id,
        recommended,
        expect.not.objectContaining({ a: expect.stringContaining('reshape') }),
      ]);
    }
  });

  it('begins a search on Monday: money, CV, agencies, and applications in every week that is none of rest', () => {
    const { plan } = draftOf('between-jobs');
    const first = plan.weeks[0]?.actions.map(({ detail, text }) => detail ?? text).join(' ') ?? '';
    for (const words of [
      'Universal Credit',
      'Jobseeker’s Allowance',
      'CV',
      'two agencies',
      'five applications',
    ])
      expect(first).toContain(words);
    const working = plan.weeks.filter(({ rest }) => rest !== true);
    for (const { week, actions } of working) {
      expect([week, actions.map(({ text }) => text).join()]).toEqual([
        week,
        expect.stringContaining('five applications'),
      ]);
      expect(actions.reduce((sum, { hours }) => sum + hours, 0)).toBeGreaterThanOrEqual(8);
    }
    expect(
      draftOf('gp-receptionist')
        .plan.weeks.flatMap(({ actions }) => actions)
        .map(({ text }) => text)
        .join(),
    ).not.toContain('agencies');
  });

  it('guards other people’s data on page 12, by whose they are', () => {
    for (const person of people)
      expect([person.id, pagesOf(person)[11]]).toEqual([
        person.id,
        expect.stringMatching(/Nothing about|nothing about/),
      ]);
    expect(page('gp-receptionist', 12)).toContain(
      'Nothing about patients goes into an AI tool that your employer has not approved',
    );
    expect(page('solicitor', 12)).toContain('Nothing about clients');
    expect(JSON.stringify(draftOf('solicitor').learning)).toContain('closed or made-up cases');
  });

  it('says of work with things how far robots are in the score, with signs of their own', () => {
    // Edited tasks are rated with the machines of today in them; lists of tasks without.
    expect(page('warehouse-no-title', 3)).toContain('AutoStore');
    expect(page('warehouse-no-title', 6)).toContain(
      'of robots what the sites that have them let them do today',
    );
    expect(page('warehouse-no-title', 15)).toContain('and of robots what they do today');
    expect(page('solicitor', 15)).toContain('robots are not in it');
    expect(page('warehouse-no-title', 6)).toContain('fenced off for machines');
    for (const id of ['nurse-scotland', 'solicitor', 'translator-high-score'])
      expect(page(id, 6)).not.toContain('Robots');
  });
});
