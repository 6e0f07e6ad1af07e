import { Controller, Get } from '@nestjs/common';
import { dotPlot, responsiveSvg, signed } from '@app/charts';
import { PUBLISHED_SCORING, WIDEST_FOR_A_WINDOW } from '@app/assessment';
import { PublicPage, SafeHtml, type View, view } from '@app/http';
import {
  Catalogue,
  LIKELY_FROM,
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
const COUNTS = ['none', 'one', 'two', 'three', 'four'];

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
      sure: {
        likely: Math.round(100 * LIKELY_FROM),
        very_likely: Math.round(100 * VERY_LIKELY_FROM),
        widest: WIDEST_FOR_A_WINDOW,
      },
      beside: besideTheTasks(),
      chart: agreementChart(figures),
      agreement: agreementRange(figures),
      correlations: figures.correlations.map((each) => ({ ...each, shown: each.value.toFixed(2) })),
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

/** How many reference roles data alone give to the point, and the one that they miss most. */
function referenceHeading({ references }: MethodFigures): string {
  const gap = ({ edited, data }: Reference): number => Math.abs(edited - Math.round(data));
  const exact = references.filter((role) => gap(role) === 0).length;
  const worst = [...references].sort((a, b) => gap(b) - gap(a))[0];
  const first = `Data alone give ${COUNTS[exact]} of ${COUNTS[references.length]} reference roles to the point`;
  return worst && gap(worst) > 0 ? `${first}, and miss ${inSentence(worst.title)} by ${gap(worst)}` : first;
}

/** The measures outside the score alone: those inside agree with it by construction. */
function agreementRange({ correlations }: MethodFigures): { low: string; high: string } {
  const values = correlations.filter(({ inScore }) => !inScore).map(({ value }) => value);
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
