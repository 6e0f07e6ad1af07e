import { bandWord } from '../method/band-word.js';
import { directionOf } from '../method/direction.js';
import { MODEL_MONTH, yearAfter } from '../method/model.js';
import { occupationScore } from '../method/occupation-score.js';
import { percentileWords, shownPercentile } from '../method/percentile-words.js';
import { riskLabel } from '../method/risk-label.js';
import { roundHalfUp } from '../method/rounding.js';
import { HORIZON_MONTHS } from '../method/window.js';
import { windowWords } from '../method/window-words.js';
import type { OccupationReport } from '../model/report.js';
import type { Breach } from './breach.js';
import { agreementWords } from './evidence.js';
import { factsOf } from './facts.js';
import { type ContentKnown, contentRules, undatedTools } from './content-rules.js';
import { textBreaches, type TextLimits } from './text-rules.js';
import { americanSpellings, wordBreaches, type WordLimits } from './word-rules.js';

type Checked = Omit<OccupationReport, 'breaches' | 'indexable'>;

/** "More than 10 years", "35 out of 100": the figures of the scales themselves. */
const SCALE_FIGURES = ['10', '100'];

/**
 * The consistency gate (product §1) over a whole report: labels equal their scores, no year outside the window, one wording of the
 * percentile, direction words fit the intervals, every count and figure comes from one source, no words that the figures do not bear. Pure.
 * @param known of an edited report, its file
 */
export function consistencyBreaches(report: Checked, known?: ContentKnown): Breach[] {
  const limits = limitsOf(report);
  const words = wordLimitsOf(report);
  return [
    ...labelBreaches(report),
    ...windowBreaches(report),
    ...timelineBreaches(report),
    ...directionBreaches(report),
    ...pivotBreaches(report),
    ...groupBreaches(report),
    ...sourceBreaches(report),
    ...(known ? contentRules(known, report) : []),
    ...textsOf(report).flatMap(({ path, text, example, ofWindow }) =>
      [
        ...(example
          ? []
          : [
              ...textBreaches(text, limits),
              ...wordBreaches(text, ofWindow ? { ...words, windowWords: [''] } : words),
            ]),
        ...americanSpellings(text),
        ...(known ? undatedTools(text, known) : []),
      ].map((message) => ({ path, message })),
    ),
  ];
}

/** The same as lines of text. */
export const reportBreaches = (report: Checked, known?: ContentKnown): string[] =>
  consistencyBreaches(report, known).map(({ path, message }) => `${path.join('.')}: ${message}`);

/** What is past ends by the model's month, what comes ends with the window, or with the horizon where that is open. */
function timelineBreaches({ timeline, window }: Checked): Breach[] {
  const [span] = windowSpan(window);
  const last = span?.to ?? yearAfter(MODEL_MONTH, HORIZON_MONTHS);
  const now = yearAfter(MODEL_MONTH, 0);
  return timeline.flatMap(({ phase, from, to }, index): Breach[] => {
    const end = phase === 'next' ? last : now;
    if (to <= end && (phase !== 'next' || from >= now)) return [];
    return [
      {
        path: ['timeline', index, to > end ? 'to' : 'from'],
        message: `the period ${from}–${to} is outside the window, which ends in ${last}`,
      },
    ];
  });
}

function pivotBreaches({ slug, pivots }: Checked): Breach[] {
  return pivots.flatMap((pivot, index): Breach[] => [
    ...(pivot.slug === slug
      ? [{ path: ['pivots', index, 'slug'], message: 'the path leads to the occupation itself' }]
      : []),
    ...(pivot.matchPercent >= 100 && pivot.need.length > 0
      ? [{ path: ['pivots', index], message: `a match of 100% needs ${pivot.need.join(', ')}` }]
      : []),
  ]);
}

/** Pay, jobs and measures are of the group the page stands on: the first UK group that it names is the one it is in. */
function groupBreaches({ code, occupation }: Checked): Breach[] {
  const [main] = occupation.ukCodes;
  if (!main || (code.slice(0, 4) === main.code.slice(0, 4) && code === occupation.code)) return [];
  return [
    {
      path: ['code'],
      message: `the figures are of ${code}, and the group named is “${main.name}” (${main.code})`,
    },
  ];
}

function labelBreaches(report: Checked): Breach[] {
  const breaches: Breach[] = [];
  report.tasks.forEach(({ exposure, exposureShown, risk }, index) => {
    if (risk !== riskLabel(exposureShown) || exposureShown !== roundHalfUp(exposure)) {
      breaches.push({
        path: ['tasks', index, 'exposure'],
        message: `the label ${risk} does not fit the exposure ${exposureShown}`,
      });
    }
  });
  // A data score is not forced through the published labels of its activities.
  if (report.kind === 'edited' && Math.abs(occupationScore(report.tasks) - report.score.exact) > 1e-6) {
    breaches.push({ path: ['tasks'], message: 'the tasks do not add up to the score' });
  }
  if (
    report.score.value !== Math.round(report.score.exact) ||
    report.score.band !== bandWord(report.score.exact)
  ) {
    breaches.push({
      path: ['score'],
      message: `the band ${report.score.band} does not fit the score ${report.score.value}`,
    });
  }
  if (report.percentile.words !== percentileWords(report.percentile.exact)) {
    breaches.push({ path: ['percentile'], message: 'the words of the percentile do not fit its number' });
  }
  return breaches;
}

function windowBreaches({ window, seniority }: Checked): Breach[] {
  const wrong = [window, ...seniority.map((level) => level.window)].filter(
    ({ words, fastMonths, centralMonths, slowMonths }) =>
      words !== windowWords({ fast: fastMonths, central: centralMonths, slow: slowMonths }, MODEL_MONTH),
  );
  return wrong.map(({ words }) => ({
    path: ['window'],
    message: `“${words}” does not fit the months of the window`,
  }));
}

function directionBreaches(report: Checked): Breach[] {
  return report.pivots.flatMap((pivot, index) => {
    const { direction, why } = pivot;
    const right = directionOf(report.occupation, pivot);
    const claims = ['less exposed', 'more exposed'].filter(
      (words) => why?.includes(words) && words !== right,
    );
    return [
      ...(direction === right
        ? []
        : [{ path: ['pivots', index], message: `“${direction}” does not fit the scores: ${right}` }]),
      ...claims.map((words) => ({
        path: ['pivots', index, 'why'],
        message: `“${words}” does not fit the scores: ${right}`,
      })),
    ];
  });
}

function sourceBreaches({ evidence, sources, tasks }: Checked): Breach[] {
  const known = new Set(sources.map(({ id }) => id));
  const breaches: Breach[] = evidence.dots
    .filter(({ source }) => !known.has(source))
    .map(({ name }) => ({ path: ['evidence'], message: `${name} has no source in the list` }));
  if (evidence.agreement !== agreementWords(evidence.dots)) {
    breaches.push({
      path: ['evidence', 'agreement'],
      message: 'the sentence does not count the measures that are shown',
    });
  }
  tasks.forEach(({ tools }, index) => {
    for (const { name, checked } of tools) {
      if (!checked || checked > MODEL_MONTH)
        breaches.push({
          path: ['tasks', index, 'tools'],
          message: `${name} has no date checked up to ${MODEL_MONTH}`,
        });
    }
  });
  return breaches;
}

function wordLimitsOf(report: Checked): WordLimits {
  const { score, percentile, tasks, window, occupation } = report;
  const { highPercent, mediumPercent, lowPercent } = factsOf(occupation);
  return {
    percents: [
      ...[highPercent, mediumPercent, lowPercent].map(Number),
      ...tasks.map(({ sharePercent }) => sharePercent),
    ],
    percentile: percentile.exact,
    score: score.value,
    band: score.band,
    tasks,
    windowWords: [window.words, String(window.fromYear), String(window.toYear)],
  };
}

function limitsOf(report: Checked): TextLimits {
  const { window, timeline, occupation, evidence, pivots } = report;
  const record = Object.values(factsOf(occupation));
  const percents = [
    ...[...evidence.dots, ...(evidence.routine ? [evidence.routine] : [])].map(({ percentile }) =>
      shownPercentile(percentile),
    ),
    ...evidence.dots.flatMap(({ inScore, value }) =>
      inScore && value !== null ? [roundHalfUp(100 * value)] : [],
    ),
    ...report.tasks.flatMap(({ exposureShown, sharePercent }) => [exposureShown, sharePercent]),
    ...pivots.map(({ matchPercent }) => matchPercent),
    ...report.seniority.map(({ score }) => Math.round(score)),
    report.score.interval.low,
    report.score.interval.high,
    evidence.dots.length,
  ];
  return {
    title: report.title,
    spans: [...timeline.filter(({ phase }) => phase !== 'next'), ...windowSpan(window)],
    figures: new Set([
      ...record,
      ...(occupation.kind === 'data' ? percents.map(String) : []),
      ...SCALE_FIGURES,
    ]),
    percentile: occupation.percentile,
  };
}

/**
 * Years that the window allows (method §2): from the fast run to the slow one. A slow run that never crosses leaves the range open, up to
 * the horizon past which nothing is claimed; a fast run that never crosses leaves no year at all.
 */
function windowSpan({ fromYear, toYear }: Checked['window']): { from: number; to: number }[] {
  if (fromYear === undefined) return [];
  return [{ from: fromYear, to: toYear ?? yearAfter(MODEL_MONTH, HORIZON_MONTHS) }];
}

interface PlacedText {
  readonly path: (string | number)[];
  readonly text: string;
  /** A scene from a working day: its times and counts are no measurements. */
  readonly example?: true;
  /** What comes next is the window: half of the work may be said of it. */
  readonly ofWindow?: boolean;
}

/** Every text of the report with its place. */
function textsOf(report: Checked): PlacedText[] {
  const written = report.kind === 'edited';
  return [
    { path: ['answer'], text: report.headline },
    ...report.summary.map((text, index) => ({ path: ['summary', index], text })),
    ...report.timeline.flatMap(({ phase, title, text }, index) => [
      { path: ['timeline', index, 'title'], text: title, ofWindow: phase === 'next' },
      { path: ['timeline', index, 'text'], text, ofWindow: phase === 'next' },
    ]),
    ...report.faq.flatMap(({ question, answer }, index) => [
      { path: ['faq', index, 'question'], text: question },
      { path: ['faq', index, 'answer'], text: answer },
    ]),
    ...(written
      ? report.tasks.flatMap(({ involves, rubric }, index) => [
          { path: ['tasks', index, 'involves'], text: involves ?? '' },
          { path: ['tasks', index, 'rubric'], text: rubric ?? '' },
        ])
      : []),
    ...report.tasks.map(({ name }, index): PlacedText => ({
      path: ['tasks', index, 'name'],
      text: name,
      example: true,
    })),
    ...report.gains.flatMap(({ name, how, needs }, index): PlacedText[] =>
      Object.entries({ name, how, needs }).map(([field, text]) => ({
        path: ['gains', index, field],
        text,
        example: true,
      })),
    ),
    // American occupations are quoted by their American names.
    ...report.notes.map((text, index): PlacedText => ({
      path: ['notes', index],
      text: text.replace(/“[^”]*”/g, ''),
      example: true,
    })),
    ...report.pivots.map(({ why }, index) => ({ path: ['pivots', index, 'why'], text: why ?? '' })),
    ...report.pace.map((text, index) => ({ path: index === 0 ? ['barriers', 'note'] : ['adoption'], text })),
  ];
}
