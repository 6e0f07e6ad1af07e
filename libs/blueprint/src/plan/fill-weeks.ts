import type { DateTime } from 'luxon';
import { inSentence } from '../copy/word-filters.js';
import type { LearningStep, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';
import type { Placed } from './plan-parts.js';
import { wholeClause } from './whole-clause.js';
import type { CalendarWeek, DecisionDay } from './plan-calendar.js';
import type { FilledStep, WeeklyStep } from './plan-content.js';

const MOST_ACTIONS = 3;
/** Beside something that is done in every week, steps take all places of the first weeks: what brings money in comes before lessons. */
const FIRST_WEEKS = 3;
/** How many steps of a lesson page 12 prints; later ones are written out in the week they come up. */
const SHOWN_STEPS = 1;
const DECISION_HOURS = 0.5;
/** Less is no time to do anything in. */
const A_WHILE = 0.25;

/** What there is to do, in order. */
export interface ToDo {
  readonly decisions: readonly {
    readonly day: DecisionDay;
    readonly date: DateTime;
    readonly question: string;
  }[];
  readonly steps: readonly FilledStep[];
  readonly learning: readonly SnapshotLearning[];
  /** Pounds; 0 leaves out what costs money. */
  readonly budget: number | undefined;
  /** What is done in every week beside them, in the hours kept for it and in what time they leave. */
  readonly weekly?: WeeklyStep | undefined;
}

interface Waiting {
  /** Week before which it is not begun. */
  readonly from: number;
  /** What it is called in the week it begins, and in later ones. */
  readonly action: (again: boolean) => Omit<Placed, 'hours'>;
  left: number;
  begun: boolean;
}

/** Places everything under the hours of each week; what does not fit into one week goes on in the next. */
export function fillWeeks(calendar: readonly CalendarWeek[], toDo: ToDo): Placed[][] {
  const fixed = toDo.steps.map(waitingStep);
  const learning = learningQueue(toDo.learning, toDo.budget);
  const { weekly } = toDo;
  let weeklyBegun = false;
  return calendar.map(({ week, from, to, hours }) => {
    if (hours === 0) return [];
    const decided: Placed[] = toDo.decisions
      .filter(({ date }) => date >= from && date <= to)
      .map(({ day, date, question }) => ({
        kind: 'apply',
        text: `Day ${day} (${date.toFormat('d LLL')}): ${question}`,
        hours: DECISION_HOURS,
        strand: '',
      }));
    const actions: Placed[] = [];
    // What is done in every week has a line of its own only where it begins.
    const places = weekly && !weeklyBegun ? MOST_ACTIONS - 1 : MOST_ACTIONS;
    let free = hours - decided.reduce((sum, action) => sum + action.hours, 0);
    // At the most half of a short week.
    const kept = weekly ? Math.min(weekly.hours, Math.max(0, free) / 2) : 0;
    free -= kept;
    const take = (queue: Waiting[], most: number): void => {
      while (free >= A_WHILE && decided.length + actions.length < most) {
        const next = queue.find((one) => one.left >= A_WHILE && one.from <= week);
        if (!next) return;
        const spent = Math.min(free, next.left);
        actions.push({ ...next.action(next.begun), hours: spent });
        next.begun = true;
        next.left -= spent;
        free -= spent;
      }
    };
    // One place a week is kept for learning, as long as there is any.
    const isLearning = learning.some(({ left }) => left >= A_WHILE);
    take(fixed, isLearning && !(weekly && week <= FIRST_WEEKS) ? places - 1 : places);
    const before = actions.length;
    take(learning, places);
    if (weekly && kept + free >= A_WHILE) {
      actions.splice(before, 0, {
        kind: 'apply',
        strand: weekly.strand,
        text: weeklyBegun ? weekly.text : weekly.first,
        detail: `${weeklyBegun ? weekly.text : weekly.first} ${weekly.detail}`,
        hours: kept + free,
        ...(weeklyBegun && { everyWeek: true as const }),
      });
      weeklyBegun = true;
    }
    // A decision rests on what the week still tries.
    return [...actions, ...decided];
  });
}

const waitingStep = ({ week, hours, kind, strand, text, detail }: FilledStep): Waiting => ({
  from: week,
  left: hours,
  begun: false,
  action: (again) => ({
    kind,
    strand,
    text: again ? `${text.replace(/\.$/, '')}, continued.` : text,
    ...(detail !== undefined && { detail }),
  }),
});

/** Small first steps of every lesson before the second steps of any: that shows early which ones suit. Whole courses, which may take years, come last. */
function learningQueue(learning: readonly SnapshotLearning[], budget: number | undefined): Waiting[] {
  const steps = [0, 1, 2].flatMap((level) =>
    learning.flatMap((item, place) => {
      const step = item.steps[level];
      const paid = step?.cost === 'paid' && budget === 0;
      return step && !paid && !step.beyondBudget ? [{ item, place, step, level }] : [];
    }),
  );
  const [courses, others] = [true, false].map((wanted) =>
    steps.filter(({ item, level }) => (item.course !== undefined && level > 0) === wanted),
  ) as [typeof steps, typeof steps];
  return [...others, ...courses].map(waitingLesson);
}

/** A step of a lesson, with the place of the lesson on page 12. */
interface LessonStep {
  readonly item: SnapshotLearning;
  readonly place: number;
  readonly step: LearningStep;
  readonly level: number;
}

/** Letters of a line. */
const LINE = 76;

/** Named by the number that page 12 gives the lesson, so that the two are one list. */
function waitingLesson({ item, place, step, level }: LessonStep): Waiting {
  const short = item.short ?? item.name;
  // A course keeps the capitals of its name.
  const called = `Lesson ${place + 1}, ${item.providers.startsWith(short) ? short : inSentence(short)}`;
  const part = item.course ? (level === 0 ? 'a first look' : 'the course itself') : `step ${level + 1}`;
  // What is written out is cut at a clause, and where that is too long the calendar file alone has it.
  const told = wholeClause(
    step.do.replace(/^./, (letter) => letter.toLowerCase()),
    LINE - called.length - 2,
  ).replace(/\.$/, '');
  const isShort = item.course !== undefined || level < SHOWN_STEPS || called.length + 2 + told.length > LINE;
  const words = `${called}: ${isShort ? part : told}`;
  return {
    from: 1,
    left: step.hours,
    begun: false,
    action: (again) => ({
      kind: 'learn',
      strand: item.short ?? item.name,
      // The name has been said, and the page has room for one line.
      text: again ? `Lesson ${place + 1}: ${part}, continued` : words,
      detail: `${item.name}, step ${level + 1}: ${step.do}`,
    }),
  };
}
