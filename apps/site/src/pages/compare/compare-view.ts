import { intervalCell, toSvg } from '@app/charts';
import { SafeHtml } from '@app/http';
import { PAY_POINTS, type PayBands, type PayPoint } from '@app/labour-market';
import {
  directionOf,
  type Occupation,
  percentileWords,
  percentileFigure,
  shownScore,
} from '@app/occupations';
import { inSentence, listWords } from '@app/kernel';
import { windowFigure } from '../report/report-view.js';
import { compareHeading, pairSentences } from './compare-words.js';

/** A role with the pay of its UK group, where there is one. */
export interface ComparedRole {
  readonly occupation: Occupation;
  readonly pay: PayBands | null;
}

/** What the template draws of two to four roles. The first named is the one the others stand beside. */
export function compareView(compared: readonly ComparedRole[]): Record<string, unknown> {
  const roles = compared.map(({ occupation }) => occupation);
  const first = roles[0];
  const pays = compared.flatMap(({ pay }) => (pay ? [pay] : []));
  return {
    heading: compareHeading(roles),
    first: first && inSentence(first.title),
    roles: compared.map(({ occupation, pay }) => ({
      slug: occupation.slug,
      title: occupation.title,
      sectorName: occupation.sectorName,
      kind: occupation.kind,
      score: shownScore(occupation),
      mark: new SafeHtml(
        toSvg(
          intervalCell(occupation.score, occupation.interval, {
            emphasised: occupation.slug === first?.slug,
          }),
          { decorative: true },
        ),
      ),
      window: windowFigure(occupation.window),
      percentile: percentileFigure(occupation.percentile),
      direction: !first || occupation.slug === first.slug ? '' : directionOf(first, occupation),
      pay: pay && {
        median: pay.median,
        // Half is only said of a group's own quarters: a borrowed one is another group's, or another year's.
        half: pay.borrowed.p25 || pay.borrowed.p75 ? null : { p25: pay.p25, p75: pay.p75 },
      },
    })),
    pairs: pairSentences(roles),
    payNotes: payNotes(compared),
    paySources: [...new Set(pays.map(({ source, vintage }) => `${source} (${vintage})`))],
    meta: {
      description: `${listWords(roles.map(({ title, score, percentile }) => `${title}: ${Math.round(score)} of 100, ${percentileWords(percentile)}`))}.`,
      // Every mixture of roles has an address; only the page that starts one is for search engines.
      indexable: false,
    },
  };
}

/** The points of pay in the table. */
const SHOWN_POINTS: readonly PayPoint[] = ['p25', 'median', 'p75'];

/** Which UK group the pay is of, and what stands in for what among the figures that are shown. */
const payNotes = (compared: readonly ComparedRole[]): string[] =>
  compared.map(({ occupation: { title }, pay }) => {
    if (!pay) return `${title}: no UK pay figure corresponds to this work.`;
    const hidden = PAY_POINTS.filter((point) => !SHOWN_POINTS.includes(point)).map(
      (point) => pay.pointNotes[point],
    );
    const notes = pay.notes.filter((note) => !hidden.includes(note));
    return [
      `${title}: ${pay.name === null ? 'pay of a wider group.' : `pay of “${pay.name}”.`}`,
      ...notes,
    ].join(' ');
  });
