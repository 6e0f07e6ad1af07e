import { Controller, Get } from '@nestjs/common';
import { dotPlot, responsiveSvg, signed } from '@app/charts';
import { PUBLISHED_PATHS, PUBLISHED_SCORING, WIDEST_FOR_A_WINDOW } from '@app/assessment';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import {
  type BandWord,
  Catalogue,
  LIKELY_FROM,
  type ModelRecord,
  wholePercents,
  MODEL_MONTH,
  monthWords,
  PUBLISHED,
  SECTOR_BARRIER_MONTHS,
  SECTORS,
  type SectorId,
  VERY_LIKELY_FROM,
} from '@app/occupations';
import { inSentence } from '@app/kernel';
import { type MethodFigures, methodFigures, PERSONAL, type Reference } from './method-figures.js';

/** From this width on a label has room for more than the name. */
const WIDE = 480;

/** How everything is worked out, with the figures of the running version, and what it cannot tell. */
@Controller('method')
export class MethodController {
  private figures: MethodFigures | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @PublicPage({ seconds: 3_600 })
  method(): View {
    // The catalogue does not change while the process runs.
    const figures = (this.figures ??= methodFigures(this.catalogue));
    const { modelVersion, version } = this.catalogue;
    return view('site/pages/method', {
      ...figures,
      references: figures.references.map((role) => ({ ...role, data: role.data.toFixed(1) })),
      referenceHeading: referenceHeading(figures),
      published: PUBLISHED,
      havePercent: Math.round(100 * PUBLISHED.match.haveShare),
      factor: PUBLISHED.interval.z80.toFixed(2),
      personal: PERSONAL,
      scoring: PUBLISHED_SCORING,
      paths: PUBLISHED_PATHS,
      sure: {
        likely: Math.round(100 * LIKELY_FROM),
        very_likely: Math.round(100 * VERY_LIKELY_FROM),
        widest: WIDEST_FOR_A_WINDOW,
      },
      beside: besideTheTasks(),
      chart: agreementChart(figures),
      agreement: agreementRange(figures),
      correlations: figures.correlations.map((each) => ({
        ...each,
        shown: each.value.toFixed(2),
        withoutShown: each.without?.toFixed(2) ?? '–',
      })),
      inputs: figures.inputs.map(({ name, points }) => ({ name, points: points.toFixed(1) })),
      tried: figures.model.tried.map(({ name, error, agreement }) => ({
        name: TRIED[name] ?? name,
        error: error.toFixed(1),
        agreement: agreement.toFixed(2),
      })),
      fit: fitWords(figures.model),
      outcomes: outcomes(figures.model),
      bandShares: bandShares(figures.model),

      horizonYears: PUBLISHED.window.horizonMonths / 12,
      barriers: barriers(),
      modelVersion,
      modelMonth: monthWords(MODEL_MONTH),
      catalogueVersion: version,
      meta: {
        description:
          'How the AI exposure score, the window and the matches are worked out, and what they cannot tell.',
        indexable: true,
      },
    });
  }
}

/** What each answer about AI tools and about the demands of the work moves, in points. */
const besideTheTasks = (): { answer: string; of: string; points: string }[] =>
  [
    ...PUBLISHED_SCORING.aiUse.map((each) => ({ ...each, of: 'each of your three biggest tasks' })),
    ...PUBLISHED_SCORING.demands.map((each) => ({ ...each, of: 'each of the six demands of your work' })),
  ].map((each) => ({ ...each, points: each.points === 0 ? '0' : signed(each.points) }));

const TRIED: Readonly<Record<string, string>> = {
  mean: 'The mean of the six measures',
  'mean and problem solving': 'The mean and complex problem solving (chosen)',
  'ridge of six': 'Six measures, each with a weight of its own',
};

const two = (value: number): string => (value < 0 ? `−${(-value).toFixed(2)}` : value.toFixed(2));
const one = (value: number): string => (value < 0 ? `−${(-value).toFixed(1)}` : value.toFixed(1));

/** The formula with its figures as they are. */
const fitWords = ({ fit, problems, coverage }: ModelRecord): Record<string, string> => ({
  intercept: two(fit.intercept),
  consensus: two(fit.consensus),
  problems: two(Math.abs(fit.problems)),
  error: one(fit.error),
  spread: one(fit.meanSpread),
  effect: one(problems.value),
  effectLow: one(problems.low),
  effectHigh: one(problems.high),
  coverage: coverage.toFixed(0),
});

/** What has happened since, beside the score; an interval that holds 0 is said to be no relation. */
const outcomes = ({ jobsChange, payChange }: ModelRecord) =>
  [
    { name: 'UK jobs, 2021 to 2024', ...jobsChange },
    { name: 'Full-time pay, 2024 to 2025', ...payChange },
  ].map(({ name, groups, value, low, high }) => ({
    ...{ name, groups, value: two(value), low: two(low), high: two(high) },
    found:
      low <= 0 && high >= 0
        ? 'No relation found so far'
        : value > 0
          ? 'Rose more where the score is higher'
          : 'Rose less where the score is higher',
  }));

const BANDS: readonly BandWord[] = ['Very low', 'Low', 'Medium', 'High', 'Very high'];
const bandShares = ({ bands }: ModelRecord): { word: string; percent: number }[] => {
  const shares = wholePercents(BANDS.map((word) => (bands[word] ?? 0) / 100));
  return BANDS.map((word, index) => ({ word, percent: shares[index] ?? 0 }));
};

/** How many reference roles data alone would give to the point, and the one that they miss most. */
function referenceHeading({ references }: MethodFigures): string {
  const gap = ({ edited, data }: Reference): number => Math.abs(edited - Math.round(data));
  const worst = [...references].sort((a, b) => gap(b) - gap(a))[0];
  return worst
    ? `Data alone would miss ${inSentence(worst.title)} by ${gap(worst)}: editors know a role, data its wider group`
    : 'Editors know a role, data its wider group';
}

/** Agreement of the score made without a measure with that measure: what the score could not have by construction. */
function agreementRange({ correlations }: MethodFigures): { low: string; high: string } {
  const values = correlations.flatMap(({ without }) => without ?? []);
  return { low: Math.min(...values).toFixed(2), high: Math.max(...values).toFixed(2) };
}

const agreementChart = ({ correlations }: MethodFigures): SafeHtml =>
  new SafeHtml(
    responsiveSvg((width) =>
      dotPlot({
        title: 'How far the order of UK work by each measure agrees with the order by our score, out of 100',
        rows: correlations.map(({ name, inScore, value }) => ({
          label: inScore && width >= WIDE ? `${name} (in the score)` : name,
          value: 100 * value,
          hollow: inScore,
        })),
        width,
        row: width >= WIDE ? 42 : 52,
      }),
    ),
  );

/** Sectors by what holds tools back in them, least first. */
const barriers = (): { name: string; months: number }[] =>
  Object.entries(SECTOR_BARRIER_MONTHS)
    .map(([id, months]) => ({ name: SECTORS[id as SectorId], months }))
    .sort((a, b) => a.months - b.months || a.name.localeCompare(b.name, 'en-GB'));
