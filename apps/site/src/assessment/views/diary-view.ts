import { signed, waterfall } from '@app/charts';
import { type DiaryChange, diaryOf, type ScoreDifference } from '@app/assessment';
import { chartView } from '../../pages/chart-view.js';

/**
 * The diary from one of its scores on.
 * @param since which score, the oldest is 0; one that is not there counts as the oldest.
 */
export function diaryView(
  all: readonly [DiaryChange, ...DiaryChange[]],
  since: number,
): Record<string, unknown> {
  const from = since < all.length ? since : 0;
  const [first, ...rest] = all.slice(from);
  const { changes, whole } = diaryOf([first ?? all[0], ...rest]);
  const { before, after, you, world, method } = whole.difference;
  const moved = you !== 0 || world !== 0 || method !== 0;
  return {
    heading: headingOf(whole.difference, moved),
    since: whole.from,
    chosen: from,
    starts: all.map((change, index) => ({
      index,
      at: change.from,
      score: Math.round(change.difference.before),
    })),
    start_score: before,
    lines: changes.map(({ to, difference }) => ({
      at: to,
      score: difference.after,
      ...partsOf(difference),
    })),
    sum: { ...partsOf(whole.difference), whole: signed(after - before, 0) },
    chart: moved
      ? chartView((width) =>
          waterfall({
            title: 'From the score of then to the score of today',
            start: { label: 'Then', value: before },
            steps: [
              { label: 'You', points: you },
              { label: 'The world', points: world },
              { label: 'Our method', points: method },
            ],
            endLabel: 'Today',
            decimals: 0,
            width,
          }),
        )
      : null,
  };
}

function headingOf({ before, after }: ScoreDifference, moved: boolean): string {
  if (before !== after) return `Your score was ${before}, and is ${after} today`;
  return moved ? `Your score is ${after} again: what moved it cancels out` : `Your score is still ${after}`;
}

const partsOf = ({ you, world, method }: ScoreDifference): Record<string, string> => ({
  you: signed(you, 0),
  world: signed(world, 0),
  method: signed(method, 0),
});
