import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import {
  type Answers,
  type Avoidance,
  AVOIDANCES,
  DEMAND_IDS,
  INTEREST_STATEMENT_IDS,
  PersonalScorer,
} from '@app/assessment';
import { LabourMarket, LabourMarketModule } from '@app/labour-market';
import { Catalogue, OccupationsModule, SECTORS, type SectorId } from '@app/occupations';
import { ownBlueprintAssets, type BlueprintAssets } from './blueprint-assets.js';
import { previewSnapshot } from './preview/preview-snapshot.js';
import type { BlueprintSnapshot, WantedPlaces } from './snapshot/blueprint-snapshot.js';

/** The real catalogue, labour market, scoring and assets, for tests of what the paper says. */
export interface Fixtures {
  readonly catalogue: Catalogue;
  readonly market: LabourMarket;
  readonly scorer: PersonalScorer;
  readonly assets: BlueprintAssets;
}

let loaded: Promise<Fixtures> | undefined;
/** Loaded once in a process: nothing of it changes. */
export const loadFixtures = (): Promise<Fixtures> => (loaded ??= load());

async function load(): Promise<Fixtures> {
  const module = await Test.createTestingModule({
    imports: [OccupationsModule, LabourMarketModule],
  }).compile();
  const catalogue = module.get(Catalogue, { strict: false });
  const market = module.get(LabourMarket, { strict: false });
  return {
    catalogue,
    market,
    scorer: new PersonalScorer(catalogue, market),
    assets: ownBlueprintAssets(),
  };
}

export interface Person {
  readonly name: string;
  readonly answers: Answers;
  /** Other paths than the ranking gives, when a reviewer wants such. */
  readonly wanted?: WantedPlaces;
}

/** Each person is drafted once for all tests of a process: nobody changes a person or a snapshot. */
const drafts = new WeakMap<Person, BlueprintSnapshot>();

/** The snapshot of a person, through the real scoring and the real catalogue. */
export function snapshotOf(
  fixtures: Fixtures,
  person: Person,
  change: (snapshot: BlueprintSnapshot) => BlueprintSnapshot = (same) => same,
): BlueprintSnapshot {
  const draft = drafts.get(person) ?? previewSnapshot(fixtures, fixtures.assets, person);
  drafts.set(person, draft);
  return change(draft);
}

/** A machine learning engineer who answered everything. */
export const AMARA: Person = {
  name: 'Amara Okonkwo-Llewellyn',
  answers: {
    occupationSlug: 'machine-learning-engineer',
    jobTitle: 'Senior machine learning engineer',
    tasks: [
      'hyperparameter-tuning',
      'data-pipeline-development',
      'model-training-scripts',
      'model-evaluation',
      'feature-engineering',
      'mlops-architecture',
    ].map((taskId) => ({ taskId })),
    tasksFor: 'machine-learning-engineer',
    amounts: {
      kind: 'exact',
      occupationSlug: 'machine-learning-engineer',
      percents: {
        'hyperparameter-tuning': 10,
        'data-pipeline-development': 30,
        'model-training-scripts': 15,
        'model-evaluation': 15,
        'feature-engineering': 10,
        'mlops-architecture': 12,
      },
    },
    level: 'senior',
    years: 7,
    region: 'E12000007',
    hoursPerWeek: 40,
    payBand: '65-85',
    constraints: {
      lowestPay: 52_000,
      monthsToTrain: 9,
      travel: 'commute',
      budget: 600,
      hoursPerWeekForLearning: 5,
      avoid: ['shifts'],
    },
  },
};

const NAMES = [
  'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Ŵyn-Ŷ',
  'Żaneta Wołoszczańska-Brzęczyszczykiewiczówna',
  'محمد عبد الرحمن الأنصاري',
  'شیرین عبادی',
  'נועה בן־דוד',
  'Zoë 🦄 Æsir 👩🏽‍💻',
  '👩‍🚀🚀',
  '李小龍',
  'Νικόλαος Παπαδόπουλος',
  'Олександра Шевченко',
  'Nguyễn Thị Ánh Tuyết',
  'Jo (she/her) O’Neill & Sons <x>',
  'A'.repeat(90),
  'Ola',
  'Marie-Thérèse de la Fontaine-Desrochers de Saint-Barthélemy-sur-Richelieu, PhD, FRCS (Edin)',
  'محمد Smith نور 42',
];

const LONG_TITLE =
  'Assistant deputy head of cross-government digital transformation and assurance services x';

/** Anyone, as odd as forms allow: every level of answers, long words, no limits or impossible ones. */
export function anyPerson({ catalogue, scorer }: Fixtures): fc.Arbitrary<Person> {
  const slugs = catalogue.all().map(({ slug }) => slug);
  const text = fc.oneof(
    fc.constantFrom(LONG_TITLE, 'Pflege 🩺', 'مهندس', 'x'.repeat(80), 'Reviewing contracts & “side letters”'),
    fc.string({ minLength: 1, maxLength: 80 }),
  );
  const constraints = fc.record(
    {
      lowestPay: fc.constantFrom(0, 18_000, 45_000, 250_000),
      monthsToTrain: fc.constantFrom(0, 3, 12, 60),
      travel: fc.constantFrom('remote', 'local', 'commute', 'anywhere'),
      budget: fc.constantFrom(0, 50, 5_000),
      hoursPerWeekForLearning: fc.constantFrom(0, 1, 4, 12, 40),
      avoid: fc.uniqueArray(fc.constantFrom(...(Object.keys(AVOIDANCES) as Avoidance[])), { maxLength: 8 }),
    },
    { requiredKeys: [] },
  );
  const about = fc.record(
    {
      jobTitle: text,
      level: fc.constantFrom('junior', 'mid', 'senior', 'lead'),
      region: fc.constantFrom('E12000007', 'W92000004', 'N92000002', 'S92000003'),
      hoursPerWeek: fc.integer({ min: 1, max: 90 }),
      payBand: fc.constantFrom('under-20', '40-50', '85-plus'),
      demands: fc.dictionary(
        fc.constantFrom(...DEMAND_IDS),
        fc.constantFrom('little' as const, 'some' as const, 'most' as const),
        { noNullPrototype: true },
      ),
      interests: fc.dictionary(
        fc.constantFrom(...INTEREST_STATEMENT_IDS),
        fc.constantFrom('like' as const, 'neither' as const, 'dislike' as const),
        { noNullPrototype: true },
      ),
      constraints,
    },
    { requiredKeys: [] },
  );
  const work = fc.oneof(
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...(Object.keys(SECTORS) as SectorId[]))
        .map((familyId): Answers => ({ familyId })),
    },
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          fc.oneof(
            fc.constantFrom(...slugs),
            fc.constantFrom('machine-learning-engineer', 'nurse', 'data-scientist', 'platform-engineer'),
          ),
          fc.constantFrom('title', 'ticks', 'exact', 'bands'),
          fc.array(text, { maxLength: 3 }),
          fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 20, maxLength: 20 }),
        )
        .map(([occupationSlug, detail, own, numbers]): Answers => {
          const occupation = catalogue.bySlug(occupationSlug);
          if (!occupation || detail === 'title') return { occupationSlug };
          const listed = occupation.tasks
            .filter((_task, index) => (numbers[index] ?? 0) > 0)
            .map(({ id }) => ({ taskId: id }));
          const activity = scorer.activityGroups[0]?.activities[0]?.id ?? '4.A.2.a.4';
          const owned = own.map((words, index) => ({ taskId: `own-${index + 1}`, text: words, activity }));
          const tasks = [...listed, ...owned];
          const base: Answers = { occupationSlug, tasks, tasksFor: occupationSlug };
          const parts = tasks.map(({ taskId }, index) => [taskId, numbers[index] ?? 1] as const);
          if (detail === 'ticks') return base;
          if (detail === 'exact') {
            const total = parts.reduce((sum, [, part]) => sum + part, 0) || 1;
            return {
              ...base,
              amounts: {
                kind: 'exact',
                occupationSlug,
                percents: Object.fromEntries(
                  parts.map(([id, part]) => [id, Math.floor((100 * part) / total)]),
                ),
              },
            };
          }
          const words = ['none', 'little', 'some', 'much', 'most'] as const;
          return {
            ...base,
            amounts: {
              kind: 'bands',
              occupationSlug,
              bands: Object.fromEntries(parts.map(([id, part]) => [id, words[part] ?? 'some'])),
              other: 'little',
            },
          };
        }),
    },
  );
  return fc
    .tuple(
      // The order form takes no name of spaces alone.
      fc.oneof(
        fc.constantFrom(...NAMES),
        fc.string({ minLength: 1, maxLength: 90, unit: 'grapheme' }).filter((name) => name.trim() !== ''),
      ),
      work,
      about,
      fc.dictionary(
        fc.constantFrom(...catalogue.elements('machine-learning-engineer').map(({ id }) => id)),
        fc.constantFrom(1 as const, 3 as const, 5 as const),
        { maxKeys: 12, noNullPrototype: true },
      ),
    )
    .map(([name, answers, more, ratings]) => ({
      name,
      answers: {
        ...answers,
        ...more,
        ...(answers.occupationSlug !== undefined && {
          skills: { occupationSlug: answers.occupationSlug, ratings },
        }),
      },
    }));
}
