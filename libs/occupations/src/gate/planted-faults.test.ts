import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { Catalogue } from '../catalogue.js';
import { EditedContent } from '../content/edited-content.js';
import { readContent } from '../content-files/yaml-file.js';
import type { OccupationReport } from '../model/report.js';
import { buildReport } from '../report/build-report.js';
import { consistencyBreaches } from '../report/report-gate.js';
import { contentBreaches } from './content-gate.js';

const FILE = 'machine-learning-engineer.yaml';
const SLUG = 'machine-learning-engineer';
const folder = projectPath('libs/occupations/content');
const TEXT = readFileSync(join(folder, FILE), 'utf8');
const catalogue = Catalogue.load();
const reference = reportOf(SLUG);

function reportOf(slug: string): OccupationReport {
  const report = catalogue.report(slug);
  if (!report) throw new Error(`there is no report ${slug}`);
  return report;
}

/** The gate's findings in the edited file as it would stand with one text in the place of another, and the line of that place. */
function findingsWith(before: string, after: string): { findings: string[]; line: number } {
  const at = TEXT.indexOf(before);
  if (at < 0 || TEXT.indexOf(before, at + 1) >= 0) throw new Error(`“${before}” stands not once in the file`);
  const file = {
    ...readContent(
      FILE,
      TEXT.replace(before, () => after),
      EditedContent,
    ),
    slug: SLUG,
  };
  const { occupation, compare, catalogueVersion } = reference;
  const report = buildReport({
    dataset: catalogue.dataset,
    catalogueVersion,
    occupation,
    compare,
    edited: file,
  });
  return {
    findings: contentBreaches(file, report, catalogue.gateKnown()),
    line: TEXT.slice(0, at).split('\n').length,
  };
}

/** A sentence in the place of the whole answer of the first question. */
const [ANSWER = ''] = /(?<=\nfaq:\n.*\n {4}answer: )>-\n(?: {6}.*\n)+/.exec(TEXT) ?? [];
const inAnswer = (words: string): [string, string] => [ANSWER, `${JSON.stringify(words)}\n`];

describe('a fault planted in an edited file', () => {
  it('is the only finding: as it stands the file has none', () => {
    expect(findingsWith(ANSWER, ANSWER).findings).toEqual([]);
  });

  it.each<[string, [string, string], RegExp]>([
    ['a year beyond the window', inAnswer('It may be gone by 2041.'), /year 2041 is outside the window/],
    ['a decade beyond the window', inAnswer('It may be gone by the late 2040s.'), /late 2040s” is outside/],
    ['another percentile', inAnswer('It is more exposed than 3% of UK workers.'), /is not the percentile/],
    ['a percentile in words', inAnswer('It is more exposed than most work.'), /a percentile in words/],
    [
      'a share in words',
      inAnswer('Three quarters of the week is meetings.'),
      /“Three quarters of” is a figure in words/,
    ],
    ['a count out of ten', inAnswer('Tools write six in ten reports.'), /“six in ten” is a figure in words/],
    [
      'per cent in words',
      inAnswer('It saves sixty per cent of the time.'),
      /“sixty per cent” is a figure in words/,
    ],
    ['a doubling', inAnswer('Output doubled.'), /“doubled” is a figure in words/],
    ['safer', inAnswer('It is safer than data science.'), /“is safer” says a direction/],
    [
      'more resilient',
      inAnswer('It is a more resilient career.'),
      /“more resilient career” says a direction/,
    ],
    ['less at risk', inAnswer('Seniors are less at risk.'), /“less at risk” says a direction/],
    [
      'a rank it does not have',
      inAnswer('It is among the most exposed jobs.'),
      /does not fit the percentile/,
    ],
    ['a band it does not have', inAnswer('This is a high score.'), /does not fit the band/],
    [
      'most of the work',
      inAnswer('Most of the work is exposed.'),
      /“Most of the work is exposed” does not fit/,
    ],
    [
      'a label a task does not have',
      inAnswer('Hyperparameter tuning is rated low.'),
      /is rated High, not low/,
    ],
    ['American spelling', inAnswer('They organize the color.'), /“organize” is American spelling/],
    ['a tool without a date', inAnswer('Reports go through Dragon Copilot now.'), /named without the month/],
  ])('%s is found with its line', (_what, [before, after], message) => {
    const { findings, line } = findingsWith(before, after);
    expect(findings.join('\n')).toMatch(message);
    expect(findings[0]).toMatch(new RegExp(`^${FILE}:${line}: faq\\.\\d\\.answer: `));
  });

  it.each<[string, RegExp, string, string, RegExp]>([
    [
      'a headline against the band',
      /(?<=\nanswer: ).*/,
      "'Most of this work is exposed'",
      'answer',
      /does not fit the score/,
    ],
    [
      'a tool checked too long ago',
      /(?<=checked: )2026-11/,
      '2025-10',
      'tasks.0.tools.0',
      /more than 12 months ago/,
    ],
    [
      'a tool checked in the future',
      /(?<=checked: )2026-11/,
      '2027-01',
      'tasks.0.tools.0',
      /no date checked up to/,
    ],
    [
      'five years under today',
      /(?<=exposureIn5Years: )\d+/,
      '3',
      'tasks.0.exposureIn5Years',
      /is under today’s/,
    ],
    [
      'a path to itself',
      /(?<=pivots:\n\s+- \{?\s*slug: )[\w-]+/,
      SLUG,
      'pivots.0.slug',
      /to the occupation itself/,
    ],
    [
      'a timeline past the window',
      /(?<=from: 2028,?\s+to: )2033/,
      '2044',
      'timeline.2.to',
      /outside the window/,
    ],
  ])('%s is found with its line', (_what, place, after, path, message) => {
    const found = place.exec(TEXT);
    const before = found?.[0] ?? '';
    const at = found?.index ?? -1;
    // Some values stand more than once: the first is meant, with what goes before it.
    const lead = TEXT.slice(Math.max(0, at - 200), at);
    const { findings, line } = findingsWith(lead + before, lead + after);
    const lines = line + lead.split('\n').length - 1;
    expect(findings.join('\n')).toMatch(message);
    expect(findings.find((each) => message.test(each))).toMatch(
      new RegExp(`^${FILE}:${lines}: ${path.replaceAll('.', '\\.')}`),
    );
  });

  it('shares of the levels that contradict the typical week are found with their line', () => {
    const { content: own } = readContent(FILE, TEXT, EditedContent);
    const [first, second] = own.tasks;
    if (!first || !second) throw new Error('no tasks');
    // The whole week moves from the first task to the second, at every level.
    let text = TEXT;
    for (const level of ['junior', 'mid', 'senior'] as const) {
      const [a = 0, b = 0] = [own.seniority[level][first.id], own.seniority[level][second.id]];
      const block = new RegExp(`(\\n  ${level}:[\\s\\S]*?${first.id}: )${a}([\\s\\S]*?${second.id}: )${b}`);
      text = text.replace(block, `$10$2${a + b}`);
    }
    const { findings } = findingsWith(TEXT.slice(0), text);
    expect(findings.join('\n')).toMatch(
      new RegExp(`${FILE}:\\d+: seniority\\.mid\\.${first.id}: .*of the typical week`),
    );
  });

  it.each([
    ['farLess', 'data-entry-clerk', /scores less, but scores/],
    ['moreExposed', 'bricklayer', /scores more, but scores/],
  ])('a compared role on the wrong side is found with its line: %s', (place, slug, message) => {
    const [own = ''] = /\ncompare:[\s\S]*?(?=\npivots:)/.exec(TEXT) ?? [];
    const { findings } = findingsWith(own, `\ncompare: { ${place}: ${slug} }`);
    expect(findings.join('\n')).toMatch(message);
    expect(findings[0]).toMatch(new RegExp(`^${FILE}:\\d+: compare\\.${place}: `));
  });
});

describe('a fault planted in a report', () => {
  const pathsAre = (change: object): OccupationReport => ({
    ...reference,
    pivots: reference.pivots.map((pivot) => ({ ...pivot, ...change })),
  });
  const messages = (report: OccupationReport): string =>
    consistencyBreaches(report)
      .map(({ message }) => message)
      .join('\n');

  it('a match of 100 % that lists a need is found', () => {
    expect(messages(pathsAre({ matchPercent: 100, need: ['Biology'] }))).toMatch(
      /match of 100% needs Biology/,
    );
    expect(messages(pathsAre({ matchPercent: 100, need: [] }))).not.toMatch(/match of 100%/);
  });

  it('a group named that the figures are not of is found', () => {
    const ukCodes = [{ code: '9111', name: 'Farm workers', weight: 1 }];
    expect(messages({ ...reference, occupation: { ...reference.occupation, ukCodes } })).toMatch(
      /group named is “Farm workers”/,
    );
  });

  it('a direction that the figures do not bear is found', () => {
    expect(messages(pathsAre({ direction: 'more exposed' }))).toMatch(/does not fit/);
    expect(messages(reference)).toBe('');
  });
});
