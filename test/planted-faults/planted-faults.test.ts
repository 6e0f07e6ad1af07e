import fc from 'fast-check';
import type { WantedPlaces } from '@app/blueprint';
import { runs } from '@app/testing';
import { AMARA, anyPerson, type Person, snapshotOf } from '../../libs/blueprint/src/people.builder.js';
import type { BlueprintSnapshot } from '@app/blueprint';
import type { CheckFacts } from '../../libs/review/src/checks/check-facts.js';
import { duplicates } from '../../libs/review/src/checks/duplicates.check.js';
import type { CheckResult } from '../../libs/review/src/checks/check-result.js';
import { DraftOf } from './draft.builder.js';
import { FAULTS_OF_THE_DRAFT } from './faults-of-the-draft.builder.js';
import { FAULTS_OF_THE_FILE } from './faults-of-the-file.builder.js';
import { recent, withResult } from './plant.builder.js';

const NURSE: Person = {
  name: 'Siobhán O’Neill',
  answers: { occupationSlug: 'nurse', region: 'S92000003', hoursPerWeek: 30, payBand: '30-40' },
};
/** What most people answer beside their week. */
const ANSWERS = {
  region: 'W92000004',
  hoursPerWeek: 37,
  payBand: '40-50',
  constraints: {
    lowestPay: 38_000,
    monthsToTrain: 12,
    travel: 'commute',
    budget: 500,
    hoursPerWeekForLearning: 4,
  },
} as const;
const SARA: Person = { ...AMARA, name: 'سارة ٤٢', answers: { ...AMARA.answers, jobTitle: 'مهندس ١٢٣' } };

const IDLE: Person = {
  name: 'Moira Gray',
  answers: { familyId: 'arts', jobTitle: 'Between jobs, was at a museum', ...ANSWERS },
};

let amara: DraftOf;
let nurse: DraftOf;
let sara: DraftOf;
let idle: DraftOf;

beforeAll(async () => {
  [amara, nurse, sara, idle] = [
    await DraftOf.person({ ...AMARA, name: "Amara O'Neill" }),
    await DraftOf.person(NURSE),
    await DraftOf.person(SARA),
    await DraftOf.person(IDLE),
  ];
});

const find = (checks: readonly CheckResult[], id: string): CheckResult | undefined =>
  checks.find((check) => check.id === id);
const spoilt = (checks: readonly CheckResult[]): string[] =>
  checks.filter(({ level }) => level !== 'green').map(({ id, level, found }) => `${level} ${id}: ${found}`);

describe('a planted fault', () => {
  it.each(Object.entries({ ...FAULTS_OF_THE_FILE, ...FAULTS_OF_THE_DRAFT }))(
    'is seen: %s',
    async (_name, { plant, check, page, says, todo = /\w.*\.$/, level = 'red' }) => {
      const found = find(await plant({ amara, nurse, sara }), check);
      expect(found).toMatchObject({ level });
      expect(found?.found).toMatch(says);
      if (page !== undefined) {
        expect(found?.pages).toContain(page);
        expect(found?.found).toContain(`Page ${page}: `);
      }
      // Red says what to do, amber asks what only a person can answer.
      if (level === 'red') expect(found?.todo).toMatch(todo);
      else expect(found?.question).toMatch(/\?/);
    },
  );
});

/** Codes of a length as `newReference` makes them, every other one with the letters that a reference begins with. */
const anyCode = (characters: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), fc.stringMatching(new RegExp(`^[0-9A-HJKMNP-TV-Z]{${characters}}$`)))
    .map(([like, code]) => (like ? code.replace(/^(..)../, '$1PW') : code).replace(/.{4}(?=.)/g, '$&-'));

describe('a true draft', () => {
  it.each<[string, () => DraftOf]>([
    ['of somebody who answered everything', () => amara],
    ['of somebody who gave a title alone', () => nurse],
    ['of somebody whose name and title are Arabic, with digits', () => sara],
    ['of somebody between jobs', () => idle],
  ])('%s is green throughout', async (_name, draft) => {
    const recents = [recent({ ...nurse.snapshot }), recent({ ...amara.snapshot })];
    expect(spoilt(await draft().checks({ facts: { recent: recents } }))).toEqual([]);
  });

  it('of anyone is not called faulty', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson(amara.fixtures), anyCode(8), anyCode(12), async (person, own, checkCode) => {
        const draft = await DraftOf.person(person);
        const order = { ...draft.snapshot.order, reference: `PW-${own}`, checkCode };
        const checks = await draft.checks({
          change: (snapshot) => ({ ...snapshot, order }),
          facts: { order: { ...order, customerName: person.name } },
        });
        expect(spoilt(checks.filter(({ level }) => level === 'red'))).toEqual([]);
      }),
      { numRuns: runs(8), seed: 20261130 },
    );
  }, 120_000);

  it('of anyone, with any of the candidates chosen, has its pages and asks only about limits', async () => {
    await fc.assert(
      fc.asyncProperty(anyPerson(amara.fixtures), fc.nat(), fc.boolean(), async (person, pick, stays) => {
        const candidates = amara.fixtures.scorer.candidates(person.answers);
        const one = candidates[pick % Math.max(1, candidates.length)];
        if (!one) return;
        const { paths } = (await DraftOf.person(person)).snapshot;
        const others = paths.map(({ slug }) => slug).filter((slug) => slug !== one.path.slug);
        const wanted: WantedPlaces = {
          recommended: stays ? 'stay' : 'path',
          paths: [one.path.slug, ...others].slice(0, Math.max(1, paths.length)),
          reason: 'It is what they wrote about themselves.',
          inSpite: 'They would bear it.',
        };
        const draft = await DraftOf.person({ ...person, wanted });
        const checks = await draft.checks();
        expect(spoilt(checks.filter(({ level }) => level === 'red'))).toEqual([]);
        expect(find(checks, 'choice')?.level).toBe(
          draft.snapshot.choice && draft.snapshot.choice.limits.length > 0 ? 'amber' : 'green',
        );
      }),
      { numRuns: runs(3), seed: 20261130 },
    );
  }, 120_000);

  it('may hold words of the person’s own that would be a fault in ours', async () => {
    const tasks = [
      'Clean NaN values',
      'Keep the TODO list',
      'Explain undefined behaviour',
      'Sell guaranteed bonds',
      'Close PW-1234-ABCD',
    ];
    const own = tasks.map((text, index) => ({ taskId: `own-${index + 1}`, text, activity: '4.A.2.a.4' }));
    const person: Person = {
      name: 'Infinity Jones',
      answers: {
        ...AMARA.answers,
        jobTitle: 'NaN wrangler',
        tasks: [...(AMARA.answers.tasks ?? []), ...own],
      },
    };
    const draft = await DraftOf.person(person);
    expect(spoilt(await draft.checks())).toEqual([]);
    const broken = await draft.checks({
      change: (snapshot) => ({ ...snapshot, reasons: ['It pays NaN a year.', ...snapshot.reasons.slice(1)] }),
    });
    expect(find(broken, 'phrases')).toMatchObject({ level: 'red', pages: [2] });
  });

  it('may have a check code that ends like a reference', async () => {
    const order = { ...amara.snapshot.order, checkCode: '7KPW-TGCD-Q023' };
    const checks = await amara.checks({
      change: (snapshot) => ({ ...snapshot, order }),
      facts: { order: { ...order, customerName: amara.person.name } },
    });
    expect(spoilt(checks)).toEqual([]);
  });

  it('is not taken for a copy when another draft is about the same work', async () => {
    const twin = { ...amara.snapshot, order: { ...amara.snapshot.order, reference: 'PW-CCCC-DDDD' } };
    expect(find(await amara.checks({ facts: { recent: [recent(twin)] } }), 'duplicates')).toMatchObject({
      level: 'green',
    });
  });

  it('is not taken for a copy when another draft has the same third path and others before it', async () => {
    const { paths, order } = amara.snapshot;
    const other = {
      ...amara.snapshot,
      paths: [paths[1], paths[0], paths[2]].filter((path) => path !== undefined),
      order: { ...order, reference: 'PW-CCCC-DDDD' },
    };
    const { pages, ...draft } = recent(other);
    const facts = { recent: [{ ...draft, pages: { 11: pages[11] ?? '' } }] };
    expect(find(await amara.checks({ facts }), 'duplicates')).toMatchObject({ level: 'green' });
  });

  const copyOf = (snapshot: BlueprintSnapshot, ...others: BlueprintSnapshot[]): CheckResult => {
    const facts: Pick<CheckFacts, 'snapshot' | 'recent'> = { snapshot, recent: others.map(recent) };
    return duplicates(facts as CheckFacts);
  };

  it('is not taken for a copy when somebody of another occupation is led to the same work', () => {
    const [own, other] = [amara.snapshot, nurse.snapshot].map((snapshot) => ({
      ...snapshot,
      recommended: 'path' as const,
      plan: amara.snapshot.plan,
      paths: [...amara.snapshot.paths.slice(0, 1), ...snapshot.paths.slice(1)],
    }));
    if (!own || !other) throw new Error('two drafts are needed');
    expect(copyOf(own, other)).toMatchObject({ level: 'green' });
    expect(copyOf(own, { ...other, paths: nurse.snapshot.paths })).toMatchObject({
      level: 'red',
      pages: [14],
    });
  });

  it.each([
    ['data-analyst', 'insurance-underwriter'],
    ['office-manager', 'nurse'],
  ])('of a %s is not taken for a copy when a %s has the same general lessons', (...slugs) => {
    const [own, other] = slugs.map((occupationSlug) =>
      snapshotOf(amara.fixtures, { name: 'Ola', answers: { ...ANSWERS, occupationSlug } }),
    );
    if (!own || !other) throw new Error('two drafts are needed');
    expect(copyOf(own, other, amara.snapshot, nurse.snapshot)).toMatchObject({ level: 'green' });
    expect(copyOf({ ...own, plan: other.plan }, other)).toMatchObject({ level: 'red', pages: [14] });
  });

  it('of a name with letters the fonts lack asks whether it may stand so', async () => {
    const draft = await DraftOf.person({ ...AMARA, name: 'Amara 𐎠𐎭' });
    expect(find(await draft.checks(), 'name')).toMatchObject({
      level: 'amber',
      pages: [1],
      question: 'May the name stand like this, with the note below it?',
    });
  });

  it('made with older data asks a person, where the same data would be a fault', async () => {
    const checks = await amara.checks({
      change: (snapshot) => ({
        ...withResult({ score: 44 })(snapshot),
        versions: { ...snapshot.versions, catalogue: 'older' },
      }),
    });
    expect(find(checks, 'score')).toMatchObject({ level: 'amber', pages: expect.arrayContaining([1]) });
    expect(find(checks, 'score')?.question).toMatch(/May the older figures go out/);
  });
});
