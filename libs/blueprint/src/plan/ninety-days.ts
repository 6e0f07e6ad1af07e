import type { NinetyDays, PlanStrand, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';
import { fillWeeks } from './fill-weeks.js';
import { calendarWeeks, DECISION_DAYS, decisionDate, planStart } from './plan-calendar.js';
import type { PlanContent, PlanKind } from './plan-content.js';
import type { FirstTest, Placed } from './plan-parts.js';

/** Taken when the hours for learning were not answered; the page says so. */
export const USUAL_HOURS = 4;
const LEAST_HOURS = 1;
const MOST_HOURS = 20;

export interface PlanInput {
  readonly draftedAt: Date;
  readonly kind: PlanKind;
  readonly hoursPerWeek?: number;
  /** Pounds for learning; 0 leaves out what costs money. */
  readonly budget?: number;
  readonly learning: readonly SnapshotLearning[];
  /** The first test as page 9 prints it, and its hours in all. */
  readonly test: FirstTest;
  /** Words for the copy, see `plan.yaml`. */
  readonly words: object;
}

/**
 * Thirteen weeks under the person's hours, bank holidays and Christmas: the one plan that every page, the calendar and the email read.
 * Decisions on their day, then the fixed steps in order, learning in what is left; at most three actions a week.
 */
export function ninetyDays(input: PlanInput, content: PlanContent): NinetyDays {
  const hoursPerWeek = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, input.hoursPerWeek ?? USUAL_HOURS));
  const calendar = calendarWeeks(planStart(input.draftedAt), hoursPerWeek);
  const decisions = DECISION_DAYS.map((day) => ({
    day,
    date: decisionDate(calendar, day),
    question: content.decision(input.kind, day, input.words),
  }));
  const weeks = fillWeeks(calendar, {
    decisions,
    steps: content.fixedSteps(input.kind, input.words, input.test),
    learning: input.learning,
    budget: input.budget,
    weekly: content.weeklyStep(input.words),
  });
  const iso = (date: { toISODate(): string | null }): string => date.toISODate() ?? '';
  return {
    start: iso(calendar[0]?.from ?? planStart(input.draftedAt)),
    end: iso(calendar.at(-1)?.to ?? planStart(input.draftedAt)),
    hoursPerWeek,
    // Who gave less than a plan can hold is told that its least is ours, not theirs.
    hoursAssumed: input.hoursPerWeek === undefined || input.hoursPerWeek < LEAST_HOURS,
    weeks: calendar.map(({ week, from, to, hours }, index) => ({
      week,
      from: iso(from),
      to: iso(to),
      ...(hours === 0 && { rest: true }),
      actions: (weeks[index] ?? []).map(({ strand: _strand, ...action }) => action),
    })),
    decisions: decisions.map(({ day, date, question }) => ({ day, date: iso(date), question })),
    strands: strandsOf(weeks),
    plans: {
      a: content.plan(input.kind, 'a', input.words),
      b: content.plan(input.kind, 'b', input.words),
      z: content.plan(input.kind, 'z', input.words),
    },
  };
}

/** Rows of the chart: each strand from its first to its last week, in order of beginning; at most seven. */
function strandsOf(weeks: readonly (readonly Placed[])[]): PlanStrand[] {
  const strands = new Map<string, PlanStrand>();
  weeks.forEach((actions, index) => {
    for (const { strand, kind } of actions) {
      if (strand === '') continue;
      const known = strands.get(strand);
      strands.set(strand, { label: strand, kind, from: known?.from ?? index + 1, to: index + 1 });
    }
  });
  return [...strands.values()].sort((a, b) => a.from - b.from || a.to - b.to).slice(0, 7);
}
