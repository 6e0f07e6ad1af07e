import { dumbbell, rankedBars } from '@app/charts';
import { elementName } from '../copy/element-name.js';
import { hours, initial, inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import { type Cell, type PageContent, TYPE } from '@app/typeset';
import type { SnapshotTask } from '../snapshot/blueprint-snapshot.js';
import { keptTasks, ownTasks, sharePrinted } from '../snapshot/own-week.js';

const THEMES = [
  'Making and mending',
  'Finding out',
  'Creating',
  'Helping people',
  'Leading and selling',
  'Order and detail',
] as const;

/** What one can lead with: so many tasks fit beside the skills. */
const MOST_PROOFS = 3;
/** Bars of the role, and ratings where interests take room too. */
const [USUAL, BESIDE_INTERESTS] = [5, 6];

/** Page 7: skills against the role, interests where they were told, what proves their tasks, and what we could not ask. */
export function bringPage(composer: Composer): PageContent {
  const { result, person, held } = composer.snapshot;
  const rated = result.skills.filter((skill) => skill.rated);
  const above = rated
    .filter((skill) => skill.you - skill.role >= 0.3)
    .sort((a, b) => b.you - b.role - (a.you - a.role));
  // What people of a role usually like is no answer of this person's.
  const interests = THEMES.map((label, index) => ({
    label,
    value: result.interests?.[index] ?? 0,
    you: true,
  }));
  const top = [...interests].sort((a, b) => b.value - a.value).slice(0, 2);
  const proofs = provable(result.tasks);
  const copy = composer.fill('07-bring', {
    said: proofs.slice(0, 2).map((task) => inSentence(task.name)),
    said_hours: proofs.slice(0, 2).map((task) => Math.max(1, Math.round(hoursOf(task, result.hoursPerWeek)))),
    held: held !== undefined,
    years: person.years ?? null,
    guides: person.level?.startsWith('Senior') ?? false,
    leads: person.level?.startsWith('I lead') ?? false,
    skills: result.skills.slice(0, 3).map(({ name }) => inSentence(elementName(name))),
    safe_tasks: keptTasks(result.tasks)
      .slice(0, 2)
      .map(({ name }) => inSentence(name)),
    rated: rated.length > 0,
    rated_count: Math.min(rated.length, result.interests ? BESIDE_INTERESTS : rated.length),
    below: rated
      .filter((skill) => skill.role - skill.you >= 0.8)
      .map(({ name }) => inSentence(name))
      .slice(0, 2),
    // Two fit a headline; the chart has the rest.
    above: above.slice(0, 2).map(({ name }) => inSentence(name)),
    interests_answered: result.interests !== undefined,
    top_interests: listed(top.map(({ label }) => label.toLowerCase())),
  });
  // Without ratings the bars are the role's, of which the first five say enough.
  const skills = result.skills.slice(
    0,
    rated.length === 0 ? USUAL : result.interests ? BESIDE_INTERESTS : undefined,
  );
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          rated.length > 0
            ? dumbbell({
                title: copy.words('chart_title'),
                width,
                row: 32 + taller,
                rows: skills.map((skill) => ({
                  label: skill.rated ? skill.name : `${skill.name} (not rated)`,
                  from: skill.role,
                  to: skill.you,
                  fromShown: skill.role.toFixed(1),
                  toShown: skill.you.toFixed(1),
                })),
                fromLabel: 'Role',
                toLabel: 'You',
                domain: [1, 5],
              })
            : rankedBars({
                title: copy.words('chart_title'),
                width,
                max: 5,
                rows: skills.map((skill) => ({
                  label: elementName(skill.name),
                  value: skill.role,
                  shown: skill.role.toFixed(1),
                })),
                measure: 'Importance',
              }),
        { stretch: [-6, 8] },
      ),
      ...(result.interests
        ? [
            composer.figure(
              ({ width }) =>
                rankedBars({
                  title: copy.words('interests_title'),
                  width,
                  rows: interests.map(({ label, value }) => ({ label, value })),
                  measure: 'Interest',
                }),
              { gap: 14, stretch: [-6, 0] },
            ),
          ]
        : []),
      ...(proofs.length > 0
        ? [
            composer.heading(copy.words('proofs_head')),
            composer.table(
              [
                { head: 'What you do', width: 3.6, lines: 3 },
                { head: copy.words('hours_head'), width: 1.6, align: 'right' },
                { head: 'Bring as proof', width: 6.4, lines: 3 },
              ],
              proofs.map((task): Cell[] => [
                { text: task.name, strong: true },
                `${hours(hoursOf(task, result.hoursPerWeek))} h`,
                `${initial(task.proof ?? '')}.`,
              ]),
              { gap: 4, tight: true, whole: true },
            ),
          ]
        : []),
      ...(held
        ? [
            composer.heading(copy.words('held_head')),
            composer.words(`${held.ask} If so: ${held.if}. If not: ${held.else}.`, {
              style: TYPE.table,
              gap: 4,
              minLines: 99,
            }),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}

const hoursOf = (task: SnapshotTask, week: number): number => sharePrinted(task) * week;

/** What to lead with: the tasks that tools do least of; where there are hardly any, the largest beside them. */
function provable(tasks: readonly SnapshotTask[]): SnapshotTask[] {
  const own = ownTasks(tasks).filter(({ proof }) => proof !== undefined);
  const kept = apart(keptTasks(own));
  // Nobody opens with what a tool does best: of real parts of the week the least exposed come first.
  const real = own.filter((task) => sharePrinted(task) >= A_REAL_PART);
  const least = [...(real.length >= ENOUGH ? real : own)].sort((a, b) => a.exposure - b.exposure);
  return (kept.length >= ENOUGH ? kept : apart([...kept, ...least])).slice(0, MOST_PROOFS);
}
const ENOUGH = 2;
/** Share of a week that is a real part of it. */
const A_REAL_PART = 0.05;

/** The same proof twice is one: two tasks of one activity. */
const apart = (tasks: readonly SnapshotTask[]): SnapshotTask[] =>
  tasks.filter(({ proof }, index) => tasks.findIndex((one) => one.proof === proof) === index);
