import { bandWord } from '../method/band-word.js';
import { directionOf } from '../method/direction.js';
import { MODEL_MONTH, yearAfter } from '../method/model.js';
import { occupationScore } from '../method/occupation-score.js';
import { percentileWords } from '../method/percentile-words.js';
import { riskLabel } from '../method/risk-label.js';
import { roundHalfUp } from '../method/rounding.js';
import { HORIZON_MONTHS } from '../method/window.js';
import { windowWords } from '../method/window-words.js';
import type { OccupationReport } from '../model/report.js';
import { agreementWords } from './evidence.js';
import { factsOf } from './facts.js';
import { textBreaches, type TextLimits } from './text-rules.js';

type Checked = Omit<OccupationReport, 'breaches' | 'indexable'>;

/** One contradiction on a page and where it stands: the path in the report, which is also the path in an edited content file. */
export interface Breach {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** "More than 10 years", "35 out of 100": the figures of the scales themselves. */
const SCALE_FIGURES = ['10', '100'];

/**
 * The consistency gate (product §1) over a whole report: labels equal their scores, no year outside the window and the timeline, one
 * wording of the percentile, direction words fit the intervals, every count and figure comes from one source. Pure.
 */
export function consistencyBreaches(report: Checked): Breach[] {
  const limits = limitsOf(report);
  return [
    ...labelBreaches(report),
    ...windowBreaches(report),
    ...directionBreaches(report),
    ...sourceBreaches(report),
    ...textsOf(report).flatMap(({ path, text }) =>
      textBreaches(text, limits).map((message) => ({ path, message })),
    ),
  ];
}

/** The same as lines of text. */
export const reportBreaches = (report: Checked): string[] =>
  consistencyBreaches(report).map(({ path, message }) => `${path.join('.')}: ${message}`);

function labelBreaches(report: Checked): Breach[] {
  const breaches: Breach[] = [];
  report.tasks.forEach(({ exposure, exposureShown, risk }, index) => {
    if (risk !== riskLabel(exposureShown) || exposureShown !== Math.round(exposure)) {
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
  return report.pivots.flatMap(({ direction, interval, why }, index) => {
    const right = directionOf(report.occupation.interval, interval);
    const claims = ['less exposed', 'more exposed'].filter(
      (words) => why?.includes(words) && words !== right,
    );
    return [
      ...(direction === right
        ? []
        : [{ path: ['pivots', index], message: `“${direction}” does not fit the intervals: ${right}` }]),
      ...claims.map((words) => ({
        path: ['pivots', index, 'why'],
        message: `“${words}” does not fit the intervals: ${right}`,
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

function limitsOf(report: Checked): TextLimits {
  const { window, timeline, occupation, evidence, pivots } = report;
  const record = Object.values(factsOf(occupation));
  const percents = [
    ...[...evidence.dots, ...(evidence.routine ? [evidence.routine] : [])].map(({ percentile }) =>
      roundHalfUp(percentile),
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
    spans: [...timeline, ...windowSpan(window)],
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

/** Every text of the report with its place. */
function textsOf(report: Checked): { path: (string | number)[]; text: string }[] {
  const window = report.window.sentence;
  const written = report.kind === 'edited';
  return [
    { path: ['answer'], text: report.headline },
    ...report.summary.map((text, index) => ({ path: ['summary', index], text })),
    ...report.timeline.flatMap(({ title, text }, index) => [
      { path: ['timeline', index, 'title'], text: title },
      { path: ['timeline', index, 'text'], text },
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
    ...report.pivots.map(({ why }, index) => ({ path: ['pivots', index, 'why'], text: why ?? '' })),
    ...report.pace.map((text, index) => ({ path: index === 0 ? ['barriers', 'note'] : ['adoption'], text })),
    { path: ['window', 'sentence'], text: window },
  ];
}
