import { dumbbell } from '@app/charts';
import { fullDate } from '../drafting/email-summary.js';
import { inSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import { ownTasks } from '../snapshot/own-week.js';
import { shownTasks } from './p03-week.js';

/** "November 2026", of "2026-11". */
const monthOf = (month: string | undefined): string | null =>
  month === undefined ? null : fullDate(`${month}-01`).replace(/^\d+ /, '');

/** So the editors mark a tool that does part of the work without AI. */
const NO_AI = /\(not AI\)$/;

/** Page 5: what tools do today and may do in five years, and how it came to this. */
export function alreadyPage(composer: Composer): PageContent {
  const { result, occupation } = composer.snapshot;
  const own = ownTasks(result.tasks);
  const tasks = shownTasks(own).sort(
    (a, b) => b.exposureIn5Years - b.exposure - (a.exposureIn5Years - a.exposure),
  );
  const tools = [...new Set(own.flatMap((task) => task.tools.map(({ name }) => name)))];
  const first = tasks[0];
  const checked = own.flatMap(({ tools }) => tools.map((tool) => tool.checked)).sort();
  const days = own.flatMap(({ tools }) => tools.map((tool) => tool.checkedOn)).sort();
  const crossing = tasks
    .filter(({ id }) => id !== 'other' && id !== 'rest')
    .filter((task) => Math.round(task.exposure) < 60 && Math.round(task.exposureIn5Years) >= 60)
    .map(({ name }) => `“${inSentence(name)}”`);
  const copy = composer.fill('05-already', {
    named: crossing.slice(0, 2),
    riser: first
      ? { name: first.name, from: Math.round(first.exposure), to: Math.round(first.exposureIn5Years) }
      : null,
    crossing,
    tool_count: tools.filter((name) => !NO_AI.test(name)).length,
    other_tools: tools.filter((name) => NO_AI.test(name)).length,
    checked: monthOf(checked.at(-1)),
    checked_on: days[0] !== undefined && days.every(Boolean) ? fullDate(days[0]) : null,
  });
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          dumbbell({
            title: copy.words('chart_title'),
            width,
            row: 34 + taller,
            rows: tasks.map((task) => ({ label: task.name, from: task.exposure, to: task.exposureIn5Years })),
            fromLabel: 'Today',
            toLabel: 'In 5 years',
            domain: [0, 100],
          }),
        { stretch: [-8, 10] },
      ),
      ...(occupation.timeline.length > 0
        ? [
            composer.heading('How it came to this, and what is next', 18),
            composer.table(
              [
                { head: 'Years', width: 1.3, lines: 1 },
                { head: 'In this occupation', width: 2.8, lines: 3 },
                { head: 'What changes', width: 6, lines: 4 },
              ],
              occupation.timeline.map(({ period, title, text }) => [
                { text: period, strong: true },
                title,
                { text, ink: 'muted' },
              ]),
              { gap: 4 },
            ),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}
