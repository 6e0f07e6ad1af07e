import type { PersonalResult } from '@app/assessment';
import { type CheckFacts, isReading, pagesOf, sameData } from './check-facts.js';
import { amber, check, type Check, type Fault, type Finding, green, red } from './finding.js';

/** Scores are compared unrounded; more than this apart is a difference and not arithmetic. Points and per cent. */
const SAME = 0.005;
/** Shares of a week, 0–1. */
const SAME_SHARE = 0.0001;

/** Per cent of UK workers. Edited occupations score a little other than their data; that moves those between by less than this. */
const EDITED = 2;

const NEW_DRAFT = 'Return the draft, so that its figures are worked out anew; figures cannot be edited.';
const OLDER =
  'The data have changed since it was drafted. May the older figures go out, or should a new draft be made?';

const differ = (a: number, b: number, by = SAME): boolean => !(Math.abs(a - b) <= by);
const one = (value: number): string => value.toFixed(1);

/** Every figure of the result is worked out anew from the stored answers; it must be the one in the draft. */
export const figures: Check = check('score', 'Figures worked out again', (facts): Finding => {
  const { recomputed } = facts;
  if ('impossible' in recomputed)
    return red(
      { words: `The score could not be worked out again: ${recomputed.impossible}` },
      'Pause the order and ask the customer for their answers again, or refund it.',
    );
  const faults = [
    ...scoreFaults(recomputed, facts),
    ...weekFaults(recomputed, facts),
    ...leverFaults(recomputed, facts),
    ...pathFaults(recomputed, facts),
  ];
  if (faults.length > 0) return sameData(facts) ? red(faults, NEW_DRAFT) : amber(faults, OLDER);
  return green(
    'The stored answers give the score, range, percentile, week, levers and paths of the draft again.',
  );
});

function scoreFaults(again: PersonalResult, { snapshot: { result }, data }: CheckFacts): Fault[] {
  const range = (of: { low: number; high: number }): string => `${one(of.low)}–${one(of.high)}`;
  const faults: Fault[] = [];
  if (differ(again.score, result.score))
    faults.push({
      page: 1,
      words: `the answers give ${one(again.score)}; the draft says ${one(result.score)}`,
    });
  if (differ(again.interval.low, result.interval.low) || differ(again.interval.high, result.interval.high))
    faults.push({
      page: 2,
      words: `the answers give a likely range of ${range(again.interval)}; the draft says ${range(result.interval)}`,
    });
  // Method §4: what is about the same as a typical week stands where that week stands.
  const percentile = data.percentileOf(
    again.comparison === 'about the same' ? again.occupationScore : again.score,
  );
  if (differ(again.percentile, result.percentile) || differ(percentile, result.percentile, EDITED))
    faults.push({
      page: 2,
      words: `${one(percentile)} % of UK workers are in less exposed work; the draft says ${one(result.percentile)} %`,
    });
  return faults;
}

function weekFaults(again: PersonalResult, { snapshot: { result } }: CheckFacts): Fault[] {
  return result.tasks.flatMap((task): Fault[] => {
    const row = again.rows.find(({ taskId }) => taskId === task.id);
    if (!row) return [{ page: 3, words: `“${task.name}” is not in the answers` }];
    const same = !differ(row.share, task.share, SAME_SHARE) && !differ(row.exposure, task.exposure);
    return same
      ? []
      : [
          {
            page: 3,
            words: `“${task.name}” has another share of the week or exposure than the answers give`,
          },
        ];
  });
}

function leverFaults(again: PersonalResult, { snapshot: { result, occupation } }: CheckFacts): Fault[] {
  const sum = occupation.score + result.waterfall.reduce((total, { points }) => total + points, 0);
  const levers = result.levers.every((lever, index) => {
    const other = again.levers[index];
    return (
      other?.hours === lever.hours &&
      !differ(other.scoreBefore, lever.before) &&
      !differ(other.scoreAfter, lever.after)
    );
  });
  return [
    ...(differ(sum, result.score, 0.05)
      ? [{ page: 4, words: `the steps lead to ${one(sum)}, the score is ${one(result.score)}` }]
      : []),
    ...(levers && again.levers.length === result.levers.length
      ? []
      : [{ page: 4, words: 'the levers are not those that the answers give' }]),
  ];
}

function pathFaults(again: PersonalResult, { snapshot, candidates }: CheckFacts): Fault[] {
  const { paths, choice } = snapshot;
  return paths.flatMap((path, index): Fault[] => {
    const ranked =
      again.pivots.find(({ kind, slug }) => kind === 'pivot' && slug === path.slug) ??
      // One that a reviewer chose is still a candidate with the figures of the ranking.
      (choice?.paths.includes(path.slug)
        ? candidates.find((candidate) => candidate.path.slug === path.slug)?.path
        : undefined);
    const page = 9 + index;
    if (!ranked) return [{ page, words: `${path.title} is not among the paths that the answers give` }];
    const same = ranked.matchPercent === path.matchPercent && !differ(ranked.score, path.score);
    return same
      ? []
      : [
          {
            page,
            words: `the answers give a match of ${ranked.matchPercent} % and a score of ${one(ranked.score)}; the draft says ${path.matchPercent} % and ${one(path.score)}`,
          },
        ];
  });
}

/** The figures of the draft, rounded as they are shown, stand in the text of the pages that are about them. */
export const figuresShown: Check = check('figures-shown', 'Figures stand on their pages', (facts) => {
  const { result, paths } = facts.snapshot;
  const score = String(Math.round(result.score));
  const range = `${Math.round(result.interval.low)}–${Math.round(result.interval.high)}`;
  const wanted: { page: number; figure: string; what: string }[] = [
    { page: 1, figure: score, what: 'the score' },
    { page: 2, figure: score, what: 'the score' },
    { page: 2, figure: range, what: 'the likely range' },
    ...paths.map(({ matchPercent }, index) => ({
      page: 9 + index,
      figure: `${matchPercent}%`,
      what: 'the match',
    })),
  ];
  const pages = pagesOf(facts).map((text) => text.replace(/\s+/g, ''));
  const faults = wanted
    .filter(({ page, figure }) => !standsIn(pages[page - 1] ?? '', figure))
    .map(({ page, figure, what }) => ({ page, words: `${what}, ${figure}, is not there` }));
  return faults.length > 0 || !isReading(facts.reading)
    ? red(faults.length > 0 ? faults : { words: 'The file could not be read' }, NEW_DRAFT)
    : green('Score, range and matches stand on the pages that are about them.');
});

const standsIn = (text: string, figure: string): boolean =>
  new RegExp(`(^|\\D)${figure.replace('.', '\\.')}(\\D|$)`).test(text);

/** The window in the draft is that of the answers, and no sentence about it names a year outside. */
export const windowWords: Check = check('window', 'Window agrees with the words', (facts): Finding => {
  const { window } = facts.snapshot.result;
  const [from, to] = [window.fromYear ?? -Infinity, window.toYear ?? Infinity];
  const sentences = [
    { page: 6, text: window.sentence, every: true },
    ...pagesOf(facts).map((text, index) => ({ page: index + 1, text, every: false })),
  ];
  const outside = sentences.flatMap(({ page, text, every }): Fault[] =>
    (every ? yearsIn(text) : yearsOfWindow(text))
      .filter((year) => year < from || year > to)
      .map((year) => ({ page, words: `${year} is named, which is outside the window (${window.words})` })),
  );
  if (outside.length > 0)
    return red(outside, 'Return the draft: a year is a figure, and editing keeps every figure.');
  if (!('impossible' in facts.recomputed) && facts.recomputed.window.words !== window.words) {
    const fault = {
      page: 6,
      words: `the answers give “${facts.recomputed.window.words}”; the draft says “${window.words}”`,
    };
    return sameData(facts) ? red(fault, NEW_DRAFT) : amber(fault, OLDER);
  }
  return green(`“${window.words}” follows from the answers, and no sentence names a year outside it.`);
});

/** Not the twenties or thirties, which a window's words name. */
const yearsIn = (text: string): number[] =>
  [...text.matchAll(/\b(20\d\d)(?!s)\b/g)].map(([year]) => Number(year));

/** Years that a page says of the window: those of half of the week. Axes and sources name others. */
const yearsOfWindow = (text: string): number[] =>
  [
    ...text
      .replace(/\s+/g, ' ')
      .matchAll(/half of (?:your|the) week[^.;]{0,90}?\b(20\d\d)\b(?: and (20\d\d))?/gi),
  ].flatMap(([, first, second]) => [first, second].filter((year) => year !== undefined).map(Number));
