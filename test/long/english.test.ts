import { Dialect, type Linter, LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import type { Answers, PayBandId, RegionId, WorkLevel } from '@app/assessment';
import { projectPath } from '@app/config';
import { type Fixtures, loadFixtures, snapshotOf } from '../../libs/blueprint/src/people.builder.js';
import { loadExamplePeople } from '../../libs/blueprint/src/preview/example-people.js';
import { pageSentences } from '../../libs/blueprint/src/twins/page-sentences.js';

/** What is asked of Harper, by its own names: article, number, agreement, repetition. Spelling and style are not: it knows neither our words nor our commas. */
const RULES = [
  'AnA',
  'AnAnother',
  'AnotherAn',
  'AnotherThings',
  'DoubleModal',
  'HeDos',
  'MassNouns',
  'MoreBetter',
  'OneOfTheSingular',
  'PronounInflectionBe',
  'PronounVerbAgreement',
  'QuantifierNumeralConflict',
  'RepeatedWords',
  'SingleBe',
  'TheAnother',
  'ThereIsAgreement',
  'ThesesThese',
];

/** What it says wrongly, by the words it stumbles over, each with why they are right. */
const WRONGLY = [
  // A letter or an abbreviation that is read out: "an MOT tester", "an n-channel".
  /\ban? (MOT|NVQ|HGV|HNC|HND|NHS|RAF|SQL|LGV|MP|FE|SEN|HR|IT|UX|SIA|NPQ|EV|AI|e-)/i,
  // Names of bodies.
  /\ba-n\b/,
  // A band, and a piece of an address.
  /\bband [\w ]*8a\b/,
  /an-mot-/,
  // Nouns that have a plural here: a swallowing test, each firing of a kiln.
  /a swallowing|each firing/,
  /several harvests or lambings|a finding acted on|isolation walked/,
  // "Some three months" is about three.
  /some three months/,
  // The letter of a grade.
  /grade A\b/i,
  // "There are few of them": "large jobs" is the plural it misses.
  /there are few of them/,
];

const REGIONS: readonly (RegionId | undefined)[] = [
  'E12000003',
  'W92000004',
  'S92000003',
  'N92000002',
  undefined,
];
const PAY: readonly (PayBandId | undefined)[] = ['20-25', '30-40', undefined, '50-65'];
const LEVELS: readonly (WorkLevel | undefined)[] = ['junior', 'mid', 'senior', 'lead', undefined];

/** People all over the catalogue: every so many-th page, with answers that differ from one to the next. */
function people({ catalogue }: Fixtures): { name: string; answers: Answers }[] {
  const slugs = catalogue.all().map(({ slug }) => slug);
  const step = Math.floor(slugs.length / 80);
  const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % all.length];
  const made = slugs
    .filter((_slug, index) => index % step === 0)
    .map((occupationSlug, index) => {
      const [region, payBand, level] = [pick(REGIONS, index), pick(PAY, index), pick(LEVELS, index)];
      return {
        name: 'Sam Ashworth',
        answers: {
          occupationSlug,
          ...(region && { region }),
          ...(payBand && { payBand }),
          ...(level && { level }),
          hoursPerWeek: [16, 30, 37, 48][index % 4] ?? 37,
          constraints: {
            monthsToTrain: [0, 6, 24, 60][index % 4] ?? 12,
            hoursPerWeekForLearning: [1, 3, 6][index % 3] ?? 3,
            budget: [0, 200, 3000][index % 3] ?? 0,
            ...(index % 2 === 0 && { lowestPay: 24_000 }),
          },
        } satisfies Answers,
      };
    });
  return [...loadExamplePeople(projectPath('templates', 'blueprint-preview', 'people.yaml')), ...made];
}

let fixtures: Fixtures;
let linter: Linter;
/** Every sentence with the person and pages it stands on, person by person. */
let said: Map<string, number[]>[];
beforeAll(async () => {
  fixtures = await loadFixtures();
  linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.British });
  await linter.setup();
  const none = Object.keys(await linter.getDefaultLintConfig()).map((rule) => [rule, RULES.includes(rule)]);
  await linter.setLintConfig(Object.fromEntries(none) as Record<string, boolean>);
  said = people(fixtures).map((person) => {
    const snapshot = snapshotOf(fixtures, person);
    const pages = new Map<string, number[]>();
    for (let page = 1; page <= 15; page += 1)
      for (const sentence of pageSentences(snapshot, fixtures.assets, page))
        pages.set(sentence, [...(pages.get(sentence) ?? []), page]);
    return pages;
  });
});

describe('the English of a blueprint', () => {
  it('has no wrong article, number or agreement and no word twice, for a hundred people', async () => {
    const sentences = new Set(said.flatMap((pages) => [...pages.keys()]));
    expect(sentences.size).toBeGreaterThan(5000);
    const found: string[] = [];
    for (const sentence of sentences)
      for (const lint of await linter.lint(sentence, { language: 'plaintext' }))
        // Trades count what a dictionary does not: claddings, flashings, feeds.
        if (!/mass noun/.test(lint.message()) && !WRONGLY.some((words) => words.test(sentence)))
          found.push(`${lint.message()} “${lint.get_problem_text()}” in: ${sentence}`);
    expect(found).toEqual([]);
  });

  it('finds what is wrong', async () => {
    for (const wrong of ['This is a apple.', 'You read the the page.', 'He go home.'])
      expect([wrong, (await linter.lint(wrong, { language: 'plaintext' })).length]).toEqual([wrong, 1]);
  });

  it('says no whole sentence on two pages, leaves no mark without words and no gap', () => {
    // The three pages of paths have one form, and page 1 is a cover.
    const place = (page: number): number => (page >= 9 && page <= 11 ? 9 : page);
    const twice = said.flatMap((pages) =>
      [...pages]
        .filter(([sentence, on]) => new Set(on.map(place)).size > 1 && sentence.split(' ').length > LONG)
        .map(([sentence, on]) => `${on.join(', ')}: ${sentence}`),
    );
    expect([...new Set(twice)]).toEqual([]);
    const bare = said
      .flatMap((pages) => [...pages.keys()])
      .filter((sentence) => /^[\s–-]*$|  | [,.;]|\(\)|“”/.test(sentence));
    expect([...new Set(bare)]).toEqual([]);
  });
});

/** Fewer words are a heading or a label. */
const LONG = 7;
