import { barCell, type Drawing, intervalCell, type Level, scoreStrip, toSvg } from '@app/charts';
import { WINDOW_NOT_KNOWN } from '@app/assessment';
import { SafeHtml } from '@app/http';
import type { PayBands } from '@app/labour-market';
import {
  monthWords,
  type OccupationReport,
  OTHER_ACTIVITIES,
  percentileFigure,
  type Window,
} from '@app/occupations';
import { inSentence } from '@app/kernel';
import { levelChart } from '../level-chart.js';
import { evidenceChart } from './evidence-chart.js';
import { windowChart } from '../window-chart.js';
import { jsonLd } from '../../discovery/json-ld.js';
import { reportThings } from '../../discovery/report-things.js';
import { reportHeadings } from './report-headings.js';

const mark = (drawing: Drawing): SafeHtml => new SafeHtml(toSvg(drawing, { decorative: true }));

const LEVELS = { junior: 'Early in the job', mid: 'Settled in it', senior: 'Senior' } as const;

/** Every level of the job has the score and the window of the job as a whole, as they are printed: a chart would say nothing. */
const levelsAlike = ({ seniority, score, window }: OccupationReport): boolean =>
  seniority.length > 0 &&
  seniority.every(
    (level) => Math.round(level.score) === Math.round(score.exact) && level.window.words === window.words,
  );

/** Offered beside the score to tick at once. */
const TASKS_TO_TICK = 3;

/** Everything the template of a report draws: the report itself with its marks, headings and dates in words. */
export function reportView(
  report: OccupationReport,
  siteUrl: string,
  picture?: string,
  payOf?: (slug: string) => PayOfWork,
): Record<string, unknown> {
  const headings = reportHeadings(report);
  const months = new Set(report.tasks.flatMap(({ tools }) => tools.map(({ checked }) => checked)));
  return {
    report: {
      ...report,
      tasks: report.tasks.map((task) => ({
        ...task,
        level: task.risk.toLowerCase(),
        mark: mark(barCell(task.exposureShown, { level: task.risk.toLowerCase() as Level })),
      })),
      gains: report.gains.map((gain) => ({ ...gain, mark: mark(barCell(gain.gain)) })),
      compare: report.compare.map((role) => ({
        ...role,
        own: role.slug === report.slug,
        mark: mark(
          intervalCell(role.score.exact, role.score.interval, { emphasised: role.slug === report.slug }),
        ),
      })),
      pivots: report.pivots.map((pivot) => ({
        ...pivot,
        mark: mark(barCell(pivot.matchPercent)),
        pay: payOf ? pathPay(payOf(pivot.slug), payOf(report.slug)) : null,
      })),
      evidence: {
        ...report.evidence,
        chart: evidenceChart(report),
      },
    },
    routineShown: report.evidence.routine && percentileFigure(report.evidence.routine.percentile),
    anyInScore: report.evidence.dots.some(({ inScore }) => inScore),
    headings,
    biggest: [...report.tasks]
      .filter(({ id }) => id !== OTHER_ACTIVITIES)
      .sort((a, b) => b.share - a.share)
      .slice(0, TASKS_TO_TICK),
    scenarios: scenarios(report),
    windowChart: windowChart(report.occupation.tasks, report.occupation.barrierMonths, 'a typical week'),
    levelsAlike: levelsAlike(report),
    levelChart:
      report.seniority.length > 0 && !levelsAlike(report)
        ? levelChart(
            report.seniority.map(({ level, score, window }) => ({
              name: LEVELS[level],
              score,
              window: inSentence(window.words),
            })),
            report.score.exact,
          )
        : null,
    windowFigure: windowFigure(report.window),
    strip: new SafeHtml(
      toSvg(
        scoreStrip({
          score: report.score.exact,
          interval: report.score.interval,
          title: `AI exposure score: ${report.title}`,
          width: 400,
        }),
      ),
    ),
    /** One month for all tools is said once; several are said at each tool. */
    toolsChecked: months.size === 1 ? monthWords([...months][0] ?? '') : '',
    meta: {
      description: `${report.title}: AI exposure score ${report.score.value} of 100 (likely ${report.score.interval.low}–${report.score.interval.high}), ${report.percentile.words}. Tasks, timeline, three moves and the evidence.`,
      indexable: report.indexable,
      picture,
      things: jsonLd(...reportThings(report, headings.page, siteUrl)),
    },
  };
}

/** "2031–2034", or the words when the slow run never gets there. */
export function windowFigure({ fromYear, toYear, words }: Window): string {
  if (words === 'now') return 'Now';
  if (words === WINDOW_NOT_KNOWN) return 'Not known yet';
  if (fromYear !== undefined && toYear !== undefined)
    return fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`;
  if (fromYear !== undefined) return `From ${fromYear}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Scenario {
  readonly name: string;
  readonly when: string;
  readonly meaning: string;
}

function scenarios({ window, updated }: OccupationReport): Scenario[] {
  const [year = 0, month = 1] = updated.month.split('-').map(Number);
  const when = (months: number | null): string => {
    if (months === null) return 'Not within ten years';
    return months <= 0 ? 'Now' : String(year + Math.floor((month - 1 + months) / 12));
  };
  return [
    {
      name: 'Fast',
      when: when(window.fastMonths),
      meaning: 'Tools are taken up soon after they can do the work.',
    },
    {
      name: 'Central',
      when: when(window.centralMonths),
      meaning: 'Tools are taken up as new software usually is.',
    },
    { name: 'Slow', when: when(window.slowMonths), meaning: 'Rules, cost and trust hold tools back.' },
  ];
}

/** What is published of the pay of some work. */
export interface PayOfWork {
  readonly bands: PayBands | null;
  /** Where there are no bands: what at least half earn, when that is known. Pounds a year, full time. */
  readonly atLeast: number | undefined;
}

const PAY = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const roundly = (amount: number): string => PAY.format(Math.round(amount / 100) * 100);
/** Less than this share of the pay here is said in words. */
const CLEARLY_LESS = 0.9;

/** Usual full-time pay of a path beside that of the page: nobody should find out later that it is lower, or not that of the job alone. */
function pathPay(
  { bands: there, atLeast }: PayOfWork,
  { bands: here, atLeast: hereAtLeast }: PayOfWork,
): string {
  const half = (pounds: number | undefined): string =>
    pounds === undefined ? '' : ` (at least half earn over ${roundly(pounds)})`;
  if (!there) return `What it usually pays is not published${half(atLeast)}.`;
  if (!here)
    return `Usual full-time pay ${roundly(there.median)}; that of the work here is not published${half(hereAtLeast)}.`;
  const [pay, own] = [there, here].map(
    ({ median, level }) => `${roundly(median)}${level === 'unit group' ? '' : ' (of the wider group)'}`,
  );
  return `Usual full-time pay ${pay}, ${there.median < CLEARLY_LESS * here.median ? 'less than' : 'against'} ${own} here.`;
}
