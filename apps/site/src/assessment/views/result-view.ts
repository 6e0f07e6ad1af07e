import {
  barCell,
  type Drawing,
  intervalCell,
  type Level,
  rankedBars,
  responsiveSvg,
  scoreStrip,
  signed,
  toSvg,
  waterfall,
} from '@app/charts';
import {
  type Answers,
  MOST_ADJUSTMENT,
  type PersonalResult,
  type RankedPath,
  type WaterfallStep,
  type WeekRow,
  WINDOW_NOT_KNOWN,
  windowParts,
} from '@app/assessment';
import { SafeHtml } from '@app/http';
import { inSentence } from '@app/kernel';
import { monthWords, MODEL_MONTH, percentileWords, riskLabel, percentileFigure } from '@app/occupations';
import { windowChart } from '../../pages/window-chart.js';
import { windowFigure } from '../../pages/report/report-view.js';
import { interestsView, skillsView } from './bring-view.js';
import { jobOf, resultHeadings } from './result-headings.js';

/** From this score on the page names places to get help. */
const HELP_FROM = 60;
/** Smaller steps of the waterfall are drawn as one, so that the figure can be read. */
const MOST_STEPS = 6;

const html = (svg: string): SafeHtml => new SafeHtml(svg);
const mark = (drawing: Drawing): SafeHtml => html(toSvg(drawing, { decorative: true }));
const table = ({ table: figures }: Drawing): Drawing['table'] => figures;

/** What the first result and the full one draw. */
export function resultView(result: PersonalResult, answers: Answers): Record<string, unknown> {
  const shown = Math.round(result.score);
  const typicalLabel = result.slug === '' ? 'Typical' : `Typical in ${jobOf(result)}`;
  const strip = scoreStrip({
    score: result.score,
    interval: result.interval,
    title: 'Your AI exposure score',
    width: 400,
    ...(result.level.startsWith('title')
      ? {}
      : { reference: { score: result.occupationScore, label: typicalLabel } }),
  });
  const beside = result.adjustments.filter(({ points }) => points !== 0);
  const tasks = result.waterfall.slice(0, result.waterfall.length - beside.length);
  const steps = [...drawnSteps(tasks), ...result.waterfall.slice(tasks.length)];
  const fall = (width: number): Drawing =>
    waterfall({
      title: 'From the typical week to yours',
      start: { label: typicalLabel, value: result.occupationScore },
      steps,
      endLabel: 'You',
      width,
    });
  const week = (width: number): Drawing => weekBars(result, width);
  return {
    result: {
      ...result,
      shown,
      low: Math.round(result.interval.low),
      high: Math.round(result.interval.high),
      typical: Math.round(result.occupationScore),
      percentile_shown: percentileFigure(result.percentile),
      percentile_words: percentileWords(result.percentile),
      window_figure: windowFigure(result.window),
    },
    headings: resultHeadings(result),
    from_title: result.level.startsWith('title'),
    same: result.comparison === 'about the same' && !result.level.startsWith('title'),
    window_typical:
      result.windowOf === 'typical week' &&
      result.window.words !== WINDOW_NOT_KNOWN &&
      !result.level.startsWith('title'),
    strip: html(toSvg(strip)),
    waterfall: steps.length > 0 ? { chart: html(responsiveSvg(fall)), table: table(fall(720)) } : null,
    moved_by_tasks: tasks.some(({ points }) => points !== 0),
    adjustments: adjustmentLines(result),
    most_adjustment: MOST_ADJUSTMENT,
    window_chart:
      result.barrierMonths === undefined
        ? null
        : windowChart(
            windowParts(result.rows, result.windowOf),
            result.barrierMonths,
            weekOf(result, result.windowOf === 'typical week'),
          ),
    moved_most: movedMost(steps),
    week: { chart: html(responsiveSvg(week)), table: table(week(720)), telling: tellingPart(result) },
    week_given: result.level === 'bands' || result.level === 'exact',
    week_words: weekOf(result, result.level.startsWith('title')),
    best_pivot: result.pivots[0]?.kind === 'pivot' ? result.pivots[0] : null,
    best_lever:
      result.levers.length > 0 ? Math.min(...result.levers.map(({ scoreAfter }) => scoreAfter)) : null,
    paths: result.pivots.map((path) => pathView(path, result)),
    interests: interestsView(result),
    skills: skillsView(result),
    job: jobOf(result),
    job_words: answers.jobTitle ?? result.occupationTitle,
    help: shown >= HELP_FROM,
    model_month: monthWords(MODEL_MONTH),
  };
}

/** Every answer beside the tasks with what it moves, and their sum; null when none was given. */
function adjustmentLines({ adjustments }: PersonalResult): Record<string, unknown> | null {
  if (adjustments.length === 0) return null;
  const sum = adjustments.reduce((total, { points }) => total + points, 0);
  return {
    lines: adjustments.map(({ kind, name, answer, points }) => ({
      about: kind === 'ai use' ? 'AI tools' : 'Demands',
      name,
      answer,
      points: pointsShown(points),
    })),
    sum: pointsShown(sum),
    bounded: Math.abs(sum) > MOST_ADJUSTMENT - 1e-9,
  };
}

const pointsShown = (points: number): string => (points === 0 ? '0' : signed(points));

/** The largest steps one by one, the rest as one bar; the sum stays the same. */
function drawnSteps(steps: readonly WaterfallStep[]): WaterfallStep[] {
  const sorted = [...steps]
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const rest = sorted.slice(MOST_STEPS);
  if (rest.length < 2) return sorted;
  return [
    ...sorted.slice(0, MOST_STEPS),
    {
      label: `${rest.length} smaller differences`,
      points: rest.reduce((sum, { points }) => sum + points, 0),
    },
  ];
}

const weekOf = ({ betweenJobs }: Pick<PersonalResult, 'betweenJobs'>, typical: boolean): string =>
  typical ? 'a typical week' : betweenJobs ? 'the week of your last job' : 'your week';

/** So many steps name what the score rests on. */
const MOST_NAMED = 2;

/** The largest steps in a line: "Advising clients +3.6, being there in person −1.5". */
const movedMost = (steps: readonly WaterfallStep[]): string =>
  [...steps]
    .filter(({ label }) => !label.endsWith('smaller differences'))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MOST_NAMED)
    .map(({ label, points }) => `${inSentence(label.replace(/:.*$/, ''))} ${signed(points)}`)
    .join(', ');

/** The week as the person gave it, so that every figure beside a task is the same one; the score weighs a typical week into it. */
const asGiven = (rows: readonly WeekRow[]): WeekRow[] =>
  rows.map((row) => ({ ...row, share: row.stated ?? row.share }));

/** What the largest named part of the week is, and what tools can do of it. */
function tellingPart({ rows }: PersonalResult): string {
  const [largest] = drawnParts(asGiven(rows)).filter(({ name }) => name !== 'Other work');
  return largest
    ? `The largest part is ${inSentence(largest.name)}: ${Math.round(100 * largest.share)}%, exposure ${Math.round(largest.exposure)}`
    : '';
}

/** More bars than this bury the ones that count. */
const MOST_PARTS = 12;

/** The largest parts one by one, the rest as one at its mean exposure; what rounds to nothing is left out. */
function drawnParts(rows: PersonalResult['rows']): Pick<WeekRow, 'name' | 'share' | 'exposure'>[] {
  const sorted = rows.filter(({ share }) => share >= 0.005).sort((a, b) => b.share - a.share);
  const rest = sorted.slice(MOST_PARTS - 1);
  if (rest.length < 2) return sorted;
  const share = rest.reduce((sum, part) => sum + part.share, 0);
  const exposure = rest.reduce((sum, part) => sum + part.share * part.exposure, 0) / share;
  return [...sorted.slice(0, MOST_PARTS - 1), { name: `${rest.length} smaller parts`, share, exposure }];
}

function weekBars(result: PersonalResult, width: number): Drawing {
  const { rows, weekHoursGiven, weekHours, level } = result;
  const whose = weekOf(result, level.startsWith('title'));
  const used = drawnParts(asGiven(rows)).sort((a, b) => b.exposure - a.exposure);
  return rankedBars({
    title: `How exposed each part of ${whose} is`,
    measure: 'Exposure',
    width,
    rows: used.map(({ name, share, exposure }) => ({
      label: name,
      value: exposure,
      level: riskLabel(exposure).toLowerCase() as Level,
      weight: share,
      note: weekHoursGiven
        ? `${(share * weekHours).toFixed(1)} hours, ${Math.round(share * 100)}% of ${whose}`
        : `${Math.round(share * 100)}% of ${whose}`,
    })),
  });
}

function pathView(path: RankedPath, result: PersonalResult): Record<string, unknown> {
  const stays = path.kind === 'stay and reshape';
  return {
    ...path,
    stays,
    shown: Math.round(path.score),
    low: Math.round(path.interval.low),
    high: Math.round(path.interval.high),
    match_mark: mark(barCell(path.matchPercent)),
    score_mark: mark(intervalCell(path.score, path.interval, { emphasised: stays })),
    link: stays || !path.slug ? '' : `/occupations/${path.slug}`,
    change: Math.round(result.score) - Math.round(path.score),
  };
}
