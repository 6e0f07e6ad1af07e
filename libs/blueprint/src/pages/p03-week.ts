import { levelOf, rankedBars } from '@app/charts';
import { hours, inSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import { type PageContent, TYPE } from '@app/typeset';
import type { SnapshotTask } from '../snapshot/blueprint-snapshot.js';
import { isInOwnWords, ownTasks, sharePrinted, tasksNotTheirs } from '../snapshot/own-week.js';

const MOST = 8;

/** The tasks that are drawn: those in their own words and the largest, and the rest as one row. */
export function shownTasks(tasks: readonly SnapshotTask[], most = MOST): SnapshotTask[] {
  if (tasks.length <= most) return [...tasks];
  const largest = tasks
    .filter((task) => !isInOwnWords(task))
    .slice(0, most - 1 - tasks.filter(isInOwnWords).length);
  const shown = tasks.filter((task) => isInOwnWords(task) || largest.includes(task));
  const rest = tasks.filter((task) => !shown.includes(task));
  const share = rest.reduce((sum, task) => sum + sharePrinted(task), 0);
  const mean = (of: (task: SnapshotTask) => number): number =>
    share > 0 ? rest.reduce((sum, task) => sum + sharePrinted(task) * of(task), 0) / share : 0;
  return [
    ...shown,
    {
      id: 'rest',
      name: `${rest.length} smaller tasks together`,
      share,
      typicalShare: rest.reduce((sum, task) => sum + task.typicalShare, 0),
      exposure: mean((task) => task.exposure),
      exposureIn5Years: mean((task) => task.exposureIn5Years),
      tools: [],
    },
  ];
}

/** Page 3: each task, its hours, its exposure, and the tools that do it. */
export function weekPage(composer: Composer): PageContent {
  const { result, occupation } = composer.snapshot;
  const tasks = shownTasks(ownTasks(result.tasks));
  const notTheirs = tasksNotTheirs(result.tasks).map(({ name }) => `“${inSentence(name)}”`);
  const copy = composer.fill('03-week', { not_theirs: notTheirs });
  const hoursOf = (share: number): string => `${hours(share * result.hoursPerWeek)} h`;
  // Where no week was given, theirs is the usual one.
  const { thin } = composer.view;
  const anyTools = tasks.some(({ tools }) => tools.length > 0);
  return {
    ...copy,
    blocks: [
      composer.figure(({ width }) =>
        rankedBars({
          title: copy.words('chart_title'),
          width,
          rows: tasks.map((task) => ({
            label: task.name,
            value: task.exposure,
            level: levelOf(task.exposure),
            weight: sharePrinted(task),
          })),
          measure: 'Exposure',
        }),
      ),
      composer.table(
        [
          { head: 'Task', width: 4.2, lines: 2 },
          { head: thin ? 'Usual week' : 'Your week', width: 1.3, align: 'right', lines: 1 },
          ...(thin ? [] : [{ head: 'Typical week', width: 1.4, align: 'right', lines: 1 } as const]),
          {
            head: anyTools ? 'Tools that do part of it today' : 'What current tools do of it',
            width: 4.2,
            lines: 2,
          },
        ],
        tasks.map((task) => [
          task.name,
          { text: hoursOf(sharePrinted(task)), strong: true },
          ...(thin ? [] : [{ text: hoursOf(task.typicalShare), ink: 'muted' as const }]),
          { text: anyTools ? toolsOf(task) : reachOf(task.exposure), ink: 'muted' },
        ]),
        { rowsAre: 'tasks', minRows: 5 },
      ),
      ...(notTheirs.length > 0
        ? [composer.words(copy.words('not_theirs_note'), { style: TYPE.source, gap: 8, minLines: 99 })]
        : []),
      ...(occupation.kind === 'data' ? composer.body(copy) : []),
    ],
  };
}

const toolsOf = (task: SnapshotTask): string =>
  task.tools.length === 0
    ? 'none listed'
    : task.tools
        .slice(0, 3)
        .map(({ name }) => name)
        .join(', ');

function reachOf(exposure: number): string {
  switch (levelOf(exposure)) {
    case 'high':
      return 'Most of it, with someone to check';
    case 'medium':
      return 'Parts of it, beside a person';
    case 'low':
      return 'Little of it';
  }
}
