import type { BlueprintSnapshot } from '@app/blueprint';
import type { PersonalResult } from '@app/assessment';
import type { PdfReading } from '@app/pdf-reading';
import type { CheckFacts } from './check-facts.js';
import { runChecks } from './run-checks.js';

const body = 'words enough that the page is not taken for an empty one';

const reading = (
  pages: Readonly<Record<number, string>> = {},
  change: Partial<PdfReading> = {},
): PdfReading => ({
  pages: Array.from(
    { length: 15 },
    (_, index) =>
      pages[index + 1] ??
      [`Zoë Ó Fáidh 41 ${body}`, `Your score is 41. ${body}`, `early 2030s ${body}`][index] ??
      body,
  ),
  fonts: [{ name: 'Inter', embedded: true }],
  tags: { tree: true, language: 'en-GB', allPages: true, figures: 15, figuresWithoutText: 0, claimsUa: true },
  ...change,
});

const window = {
  fastMonths: 50,
  centralMonths: 70,
  slowMonths: 80,
  words: 'early 2030s',
  fromYear: 2031,
  toYear: 2033,
  sentence: 'Between 2031 and 2033, most likely around 2032.',
};

interface Change extends Partial<CheckFacts> {
  readonly result?: object;
  readonly paths?: object[];
  readonly learning?: object[];
  readonly name?: string;
}

/** A draft with nothing wrong; a test names what it spoils. */
function facts({ result, paths, learning, name, ...change }: Change = {}): CheckFacts {
  const snapshot = {
    person: { name: name ?? 'Zoë Ó Fáidh' },
    versions: { catalogue: 'c1' },
    result: { score: 41.2, window, tasks: [{ tools: [{ name: 'Optuna', checked: '2026-08' }] }], ...result },
    paths: paths ?? [
      { employers: [{ name: 'Acme', basis: 'pay gap report', size: '250 to 499', date: '2025-04' }] },
    ],
    learning: learning ?? [{ name: 'Biology', checked: '2026-07-01' }],
    sources: [{ release: '30.2', licence: 'CC BY 4.0' }],
  } as unknown as BlueprintSnapshot;
  return {
    storedSha256: 'a',
    sha256: 'a',
    bytes: 300_000,
    reading: reading(),
    snapshot,
    customerName: 'Zoë Ó Fáidh',
    recomputed: { score: 41.2, window } as PersonalResult,
    catalogueVersion: 'c1',
    today: '2026-11-24',
    ...change,
  };
}

const spoilt = (change: Change): Record<string, string> =>
  Object.fromEntries(
    runChecks(facts(change)).flatMap(({ id, level }) => (level === 'green' ? [] : [[id, level]])),
  );

describe('the automatic checks', () => {
  it('are all green for a draft without faults', () => {
    expect(spoilt({})).toEqual({});
  });

  it.each<[string, Change, Record<string, string>]>([
    ['other bytes than were rendered', { sha256: 'b' }, { fingerprint: 'red' }],
    ['a page too many', { reading: { ...reading(), pages: [...reading().pages, body] } }, { pages: 'red' }],
    ['an empty page', { reading: reading({ 9: ' ' }) }, { pages: 'red' }],
    [
      'a font left out',
      { reading: reading({}, { fonts: [{ name: 'Helvetica', embedded: false }] }) },
      { fonts: 'red' },
    ],
    ['characters without a meaning', { reading: reading({ 4: `${body} \ufffd` }) }, { fonts: 'amber' }],
    [
      'a figure without a text',
      { reading: reading({}, { tags: { ...reading().tags, figuresWithoutText: 1 } }) },
      { tags: 'red' },
    ],
    ['no tags', { reading: reading({}, { tags: { ...reading().tags, tree: false } }) }, { tags: 'red' }],
    ['more than 2 MB', { bytes: 2 * 1024 * 1024 + 1 }, { size: 'red' }],
    ['another name in the draft', { name: 'Zoe O Faidh' }, { name: 'red' }],
    ['a name that is not on the cover', { reading: reading({ 1: `Zoe 41 ${body}` }) }, { name: 'amber' }],
    [
      'a score that the answers do not give',
      { result: { score: 44.2 }, reading: reading({ 1: `Zoë Ó Fáidh 44 ${body}`, 2: `44 ${body}` }) },
      { score: 'red' },
    ],
    [
      'a score of an older catalogue',
      { result: { score: 44.2 }, catalogueVersion: 'c2' },
      { score: 'amber' },
    ],
    [
      'a score that is not on the page',
      { reading: reading({ 2: `Your score is 141. ${body}` }) },
      { score: 'amber' },
    ],
    ['answers that are gone', { recomputed: { impossible: 'the answers were erased' } }, { score: 'red' }],
    [
      'a year outside the window',
      { result: { window: { ...window, sentence: 'By 2029.' } } },
      { window: 'red' },
    ],
    [
      'a window the answers do not give',
      { result: { window: { ...window, words: 'now' } } },
      { window: 'amber' },
    ],
    ['a template gone wrong', { reading: reading({ 5: `${body} undefined` }) }, { phrases: 'red' }],
    ['a promise nobody can keep', { reading: reading({ 5: `${body}, guaranteed` }) }, { phrases: 'amber' }],
    [
      'an employer without evidence',
      { paths: [{ employers: [{ name: 'Acme', basis: '', size: '250', date: '2025-04' }] }] },
      { employers: 'red' },
    ],
    [
      'a tool not looked at for a year',
      { result: { tasks: [{ tools: [{ name: 'Optuna', checked: '2025-10' }] }] } },
      { sources: 'amber' },
    ],
    [
      'a learning route without a date',
      { learning: [{ name: 'Biology', checked: '' }] },
      { sources: 'amber' },
    ],
    [
      'a file that cannot be read',
      { reading: { unreadable: 'it has no trailer' } },
      {
        pages: 'red',
        name: 'amber',
        score: 'amber',
        window: 'amber',
        phrases: 'red',
        fonts: 'red',
        tags: 'red',
      },
    ],
  ])('see %s', (_name, change, expected) => {
    expect(spoilt(change)).toEqual(expected);
  });

  it('find a name that is broken over lines, in other case, or composed differently', () => {
    expect(spoilt({ reading: reading({ 1: `ZOE\u0308 Ó\n FÁIDH 41 ${body}` }) })).toEqual({});
  });

  it('do not take a word for a phrase it only contains', () => {
    expect(spoilt({ reading: reading({ 6: `${body} hurrying, Nancy, undefinedness` }) })).toEqual({});
  });
});
