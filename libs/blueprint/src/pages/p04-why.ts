import { type Drawing, rankedBars, signed, waterfall, type WaterfallStep } from '@app/charts';
import { hours, inSentence } from '../copy/word-filters.js';
import { type PageContent, TYPE } from '@app/typeset';
import { fromWords, saidMoves } from './equal-moves.js';
import { biggestMover } from '../model/biggest-mover.js';
import type { Composer } from '../model/composer.js';
import type { BlueprintSnapshot, SnapshotTask } from '../snapshot/blueprint-snapshot.js';
import { shownTasks } from './p03-week.js';

const MOST = 6;

/** The steps that move the score most; the small ones as one, so that the bars still add up. */
export function shownSteps(result: BlueprintSnapshot['result'], most = MOST): WaterfallStep[] {
  const steps = result.waterfall;
  const ordered = steps
    .filter(({ points }) => Math.abs(points) >= 0.05)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const shown = ordered.slice(0, ordered.length > most ? most - 1 : most);
  const rest =
    steps.reduce((sum, { points }) => sum + points, 0) - shown.reduce((sum, { points }) => sum + points, 0);
  return Math.abs(rest) >= 0.05 || shown.length < ordered.length
    ? [...shown, { label: 'All smaller differences', points: rest }]
    : shown;
}

/** "Evaluation: 2% of your week, typically 18%" → "Evaluation (2%, usually 18%)", which fits one line. */
const shortLabel = (label: string): string =>
  label.replace(/: (\d+%|none) of (?:your|the) week, typically (\d+%)$/, ' ($1, usually $2)');

/** Where a score comes from when nothing is known to differ: each task's share × exposure, which add up to it. */
function partsChart(title: string, tasks: readonly SnapshotTask[], width: number): Drawing {
  const parts = shownTasks(tasks).map((task) => ({ name: task.name, points: task.share * task.exposure }));
  parts.sort((a, b) => b.points - a.points);
  return rankedBars({
    title,
    width,
    max: Math.max(1, ...parts.map(({ points }) => points)),
    rows: parts.map(({ name, points }) => ({ label: name, value: points, shown: points.toFixed(1) })),
    measure: 'Points',
  });
}

/** As many as the page has room for. */
const MOST_LEVERS = 4;

/** Page 4: from the typical score to the person's, and what would move it. */
export function whyPage(composer: Composer): PageContent {
  const { result, occupation } = composer.snapshot;
  const stepsOf = (most: number): WaterfallStep[] =>
    shownSteps(result, most).map((step) => ({ ...step, label: shortLabel(step.label) }));
  const steps = stepsOf(MOST);
  const [up, down] = [steps.filter(({ points }) => points > 0), steps.filter(({ points }) => points < 0)];
  const mover = biggestMover(composer.snapshot);
  // Those of a family of work are of its average, which nobody’s week is.
  const levers =
    composer.snapshot.answerLevel === 'title unknown' ? [] : saidMoves(result.levers.slice(0, MOST_LEVERS));
  const copy = composer.fill('04-why', {
    lever_count: levers.length,
    step_count: steps.length,
    biggest: steps[0] && mover ? { words: mover.words, points: signed(mover.points) } : null,
    up_points: signed(up.reduce((sum, { points }) => sum + points, 0)),
    down_points: signed(down.reduce((sum, { points }) => sum + points, 0)),
  });
  const moving = (result.adjustments ?? [])
    .filter(({ points }) => Math.abs(points) >= 0.05)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, 3);
  const adjusted = moving
    .map(({ name, answer, points }) => `${inSentence(name)} (${answer}) ${signed(points)}`)
    .join('; ');
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          steps.length === 0
            ? partsChart(copy.words('parts_title'), result.tasks, width)
            : waterfall({
                title: copy.words('chart_title'),
                width,
                start: { label: 'Typical week in the role', value: occupation.score },
                // A full page gathers more of the small steps into one.
                steps: stepsOf(MOST + taller),
                endLabel: 'Your week',
              }),
        { stretch: [-4, 0], givesWay: 1 },
      ),
      ...(moving.length > 0
        ? [
            composer.words(`${copy.words('adjusted_head')} ${adjusted}.`, {
              style: TYPE.table,
              gap: 8,
              minLines: 99,
            }),
          ]
        : []),
      ...(levers.length > 0
        ? [
            composer.heading(copy.words('levers_head'), 18),
            composer.table(
              [
                { head: 'Move', width: 1, lines: 1 },
                { head: 'From', width: 4, lines: 5 },
                { head: 'To', width: 4, lines: 2 },
                { head: 'Score', width: 1.8, align: 'right', lines: 1 },
              ],
              levers.map((lever) => [
                `${hours(lever.hours)} h`,
                fromWords(lever),
                lever.to,
                { text: `${Math.round(lever.before)} → ${Math.round(lever.after)}`, strong: true },
              ]),
              { gap: 4 },
            ),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}
