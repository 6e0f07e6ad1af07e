import { dotPlot } from '@app/charts';
import { pounds } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';

/** Page 8: stay and reshape beside the three paths. */
export function optionsPage(composer: Composer): PageContent {
  const { snapshot } = composer;
  const { result, paths, pay, recommended } = snapshot;
  const lever = result.levers[0];
  const after = lever?.after ?? result.score;
  const shift = after - result.score;
  const stay = {
    low: Math.max(0, result.interval.low + shift),
    high: Math.min(100, result.interval.high + shift),
  };
  const payKnown = [pay.now, ...paths.map((path) => path.pay)].some((one) => one?.median !== undefined);
  const copy = composer.fill('08-options', {
    after: Math.round(after),
    pay_known: payKnown,
    interests_answered: result.interests !== undefined,
  });
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          dotPlot({
            title: copy.words('chart_title'),
            width,
            row: 38 + taller,
            lowLabel: '0 less exposed',
            highLabel: '100 more exposed',
            rows: [
              { label: 'You now', value: result.score, interval: result.interval, you: true },
              { label: 'Stay and reshape', value: after, interval: stay, you: true, hollow: true },
              ...paths.map((path) => ({ label: path.title, value: path.score, interval: path.interval })),
            ],
          }),
        { stretch: [-8, 14] },
      ),
      composer.table(
        [
          { head: 'Option', width: 3.2, lines: 2 },
          { head: 'Skill match', width: 1.2, align: 'right', lines: 1 },
          { head: 'Against you now', width: 2.2, lines: 2 },
          { head: 'What kind of move', width: 2.6, lines: 2 },
          ...(payKnown ? [{ head: 'Median pay', width: 1.5, align: 'right', lines: 1 } as const] : []),
        ],
        [
          [
            'Stay and reshape',
            { text: '–', ink: 'muted' },
            lever ? `${Math.round(result.score)} → ${Math.round(after)}` : 'as now',
            {
              text: lever ? `${lever.hours} h a week moved` : 'a different mix of the same tasks',
              ink: 'muted',
            },
            ...(payKnown ? [payCell(pay.now?.median)] : []),
          ],
          ...paths.map((path) => [
            path.title,
            { text: `${path.matchPercent}%`, strong: true },
            path.direction,
            {
              text: path.relation === 'adjacent' ? 'next door to yours' : 'into another field',
              ink: 'muted' as const,
            },
            ...(payKnown ? [payCell(path.pay?.median)] : []),
          ]),
        ],
        { marked: recommended === 'stay' ? 0 : 1, gap: 16 },
      ),
      ...composer.body(copy),
    ],
  };
}

const payCell = (median: number | undefined): { text: string; ink: 'ink' | 'muted' } =>
  median === undefined ? { text: 'not published', ink: 'muted' } : { text: pounds(median), ink: 'ink' };
