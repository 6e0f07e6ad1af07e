import { DateTime } from 'luxon';
import { LONDON } from '@app/kernel';
import type {
  LearningStep,
  NinetyDays,
  PlanAction,
  PlanStrand,
  SnapshotLearning,
} from '../snapshot/blueprint-snapshot.js';
import type { FilledStep, PlanContent, PlanKind } from './plan-content.js';

export const WEEKS = 13;
const MOST_ACTIONS = 3;
/** Taken when the hours for learning were not answered; the page says so. */
export const USUAL_HOURS = 4;
/** How many steps of each gap page 12 prints; later ones are written out in the week they come up. */
const SHOWN_STEPS = 2;
const LEAST_HOURS = 1;
const MOST_HOURS = 20;

export interface PlanInput {
  readonly draftedAt: Date;
  readonly kind: PlanKind;
  readonly hoursPerWeek?: number;
  /** Pounds for learning; 0 leaves out what costs money. */
  readonly budget?: number;
  readonly learning: readonly SnapshotLearning[];
  /** Words for the copy: role, path, second, test, lever, learn, have, tasks. */
  readonly words: object;
}

interface Placed extends PlanAction {
  readonly strand: string;
}

/** First Monday at least three days after drafting, London: the file has arrived by then. */
export function planStart(draftedAt: Date): DateTime {
  const day = DateTime.fromJSDate(draftedAt, { zone: LONDON }).startOf('day').plus({ days: 3 });
  return day.plus({ days: (8 - day.weekday) % 7 });
}

/** Thirteen weeks under the person's hours: the fixed steps first, learning in what is left, at most three actions a week. */
export function ninetyDays(input: PlanInput, content: PlanContent): NinetyDays {
  const start = planStart(input.draftedAt);
  const hoursPerWeek = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, input.hoursPerWeek ?? USUAL_HOURS));
  const decide = (day: 30 | 60 | 90): string => content.decision(input.kind, day, input.words);
  const fixed = content.fixedSteps(input.kind, {
    ...input.words,
    day30: decide(30),
    day60: decide(60),
    day90: decide(90),
  });
  const weeks = placeAll(fixed, input.learning, hoursPerWeek, input.budget);
  const date = (days: number): string => start.plus({ days }).toISODate() ?? '';
  return {
    start: date(0),
    end: date(WEEKS * 7 - 1),
    hoursPerWeek,
    hoursAssumed: input.hoursPerWeek === undefined,
    weeks: weeks.map((actions, index) => ({
      week: index + 1,
      from: date(index * 7),
      to: date(index * 7 + 6),
      actions: actions.map(({ kind, text, detail, hours }) => ({
        kind,
        text,
        ...(detail !== undefined && { detail }),
        hours,
      })),
    })),
    decisions: ([30, 60, 90] as const).map((day) => ({
      day,
      date: date(day),
      question: decide(day),
    })),
    strands: strandsOf(weeks),
    plans: {
      a: content.plan(input.kind, 'a', input.words),
      b: content.plan(input.kind, 'b', input.words),
      z: content.plan(input.kind, 'z', input.words),
    },
  };
}

interface QueuedStep {
  readonly item: SnapshotLearning;
  readonly step: LearningStep;
  /** 0, 1 or 2. */
  readonly level: number;
  left: number;
  /** Week in which it was begun. */
  begun: number;
}

/** Small first steps of every gap before the second steps of any: that shows early which ones suit. */
function learningQueue(learning: readonly SnapshotLearning[], budget: number | undefined): QueuedStep[] {
  const queue = [0, 1, 2].flatMap((level) =>
    learning.flatMap((item) => {
      const step = item.steps[level];
      return step && (step.cost !== 'paid' || budget === undefined || budget > 0)
        ? [{ item, step, level, left: step.hours, begun: 0 }]
        : [];
    }),
  );
  return queue;
}

const shortName = ({ name, short }: SnapshotLearning): string => short ?? name;

function placeAll(
  fixed: readonly FilledStep[],
  learning: readonly SnapshotLearning[],
  hoursPerWeek: number,
  budget: number | undefined,
): Placed[][] {
  const queue = learningQueue(learning, budget);
  let next = 0;
  return Array.from({ length: WEEKS }, (_, index) => {
    const actions: Placed[] = fixed.filter(({ week }) => week === index + 1).slice(0, MOST_ACTIONS - 1);
    // The fixed steps of someone with very few hours may take a whole week; then there is no learning in it.
    let free = hoursPerWeek - actions.reduce((sum, { hours }) => sum + hours, 0);
    while (free >= 0.5 && actions.length < MOST_ACTIONS) {
      const entry = queue[next];
      if (!entry) break;
      const hours = Math.min(free, entry.left);
      const last = entry.left - hours < 0.25;
      actions.push({
        kind: 'learn',
        text:
          entry.level < SHOWN_STEPS || entry.begun > 0
            ? `${shortName(entry.item)}, step ${entry.level + 1}`
            : `${shortName(entry.item)}: ${entry.step.do}`,
        detail: `${entry.item.name}, step ${entry.level + 1}: ${entry.step.do}`,
        hours,
        strand: shortName(entry.item),
      });
      if (entry.begun === 0) entry.begun = index + 1;
      entry.left -= hours;
      free -= hours;
      if (last) next += 1;
      else break;
    }
    return actions;
  });
}

/** Rows of the chart: each strand from its first to its last week, in order of beginning; at most seven. */
function strandsOf(weeks: readonly (readonly Placed[])[]): PlanStrand[] {
  const strands = new Map<string, PlanStrand>();
  weeks.forEach((actions, index) => {
    for (const { strand, kind } of actions) {
      const known = strands.get(strand);
      strands.set(strand, { label: strand, kind, from: known?.from ?? index + 1, to: index + 1 });
    }
  });
  return [...strands.values()].sort((a, b) => a.from - b.from || a.to - b.to).slice(0, 7);
}
