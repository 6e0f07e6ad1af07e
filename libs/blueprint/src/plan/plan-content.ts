import { readFileSync } from 'node:fs';
import { Liquid, type Template } from 'liquidjs';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';
import { wordFilters } from '../copy/word-filters.js';
import type { LearningCost, PlanStrand, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';
import { wholeClause } from './whole-clause.js';
import type { FirstTest } from './plan-parts.js';
import type { DecisionDay } from './plan-calendar.js';

export type PlanKind = 'move' | 'stay';

interface FixedStep {
  readonly week: number;
  readonly hours: number;
  readonly kind: PlanStrand['kind'];
  /** Stands for this step of the first test, with its hours. */
  readonly test?: 1 | 2 | 3;
  readonly strand: Template[];
  readonly text: Template[];
  readonly detail?: Template[];
}

/** A fixed step of the plan with its words filled in. */
export interface FilledStep {
  /** Week before which it is not begun. */
  readonly week: number;
  readonly hours: number;
  readonly kind: PlanStrand['kind'];
  readonly strand: string;
  readonly text: string;
  readonly detail?: string;
}

interface Lesson {
  readonly name: Template[];
  readonly short: string;
  readonly why: Template[];
  readonly steps: readonly { readonly do: Template[]; readonly hours: number; readonly cost: LearningCost }[];
  readonly proof: Template[];
  readonly providers: Template[];
  readonly checked: string;
}

/** What is done in every week beside the steps, in the time that is left of it. */
export interface WeeklyStep {
  /** Kept for it in a week, at the most half of a short one. */
  readonly hours: number;
  readonly strand: string;
  /** In the week it begins. */
  readonly first: string;
  readonly text: string;
  readonly detail: string;
}

type WeeklyWords = Readonly<Record<'hours' | 'first' | 'text' | 'detail', Template[]>> &
  Pick<WeeklyStep, 'strand'>;

type Raw<T> = { readonly [K in keyof T]: T[K] extends Template[] | undefined ? string : T[K] };
type RawLesson = Raw<Omit<Lesson, 'steps'>> & { readonly steps: readonly Raw<Lesson['steps'][number]>[] };

/** The fixed steps, decisions, lessons and plan sentences of `templates/blueprint/plan.yaml`, parsed once. */
export class PlanContent {
  private constructor(
    private readonly liquid: Liquid,
    private readonly steps: Readonly<Record<PlanKind, readonly FixedStep[]>>,
    private readonly lessons: Readonly<Record<PlanKind, readonly Lesson[]>>,
    private readonly decisions: Readonly<Record<PlanKind, Readonly<Record<string, Template[]>>>>,
    private readonly plans: Readonly<Record<PlanKind, Readonly<Record<string, Template[]>>>>,
    private readonly advice: Readonly<Record<string, string>>,
    private readonly claims: Readonly<Record<string, string>>,
    private readonly staying: Template[],
    private readonly weekly: WeeklyWords,
  ) {}

  /** @throws AssetError naming the file and what is wrong in it. */
  static load(file: string): PlanContent {
    const liquid = wordFilters(new Liquid({ strictFilters: true, strictVariables: true }));
    const both = <T>(part: unknown, read: (entry: never) => T): Record<PlanKind, T> => {
      const { move, stay } = part as Record<PlanKind, never>;
      return { move: read(move), stay: read(stay) };
    };
    const sentences = (part: Record<string, string>): Record<string, Template[]> =>
      Object.fromEntries(Object.entries(part).map(([key, text]) => [key, liquid.parse(text)]));
    try {
      const content = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      return new PlanContent(
        liquid,
        both(content, (steps: Raw<FixedStep>[]) => steps.map((step) => parseStep(step, liquid))),
        both(content['lessons'], (lessons: RawLesson[]) => lessons.map((one) => parseLesson(one, liquid))),
        both(content['decisions'], sentences),
        both(content['plans'], sentences),
        content['advice'] as Record<string, string>,
        content['claim'] as Record<string, string>,
        liquid.parse(content['staying'] as string),
        parseWeekly(content['weekly'] as Record<keyof WeeklyStep, string>, liquid),
      );
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
  }

  /** In order; a step whose words come to nothing for this person is left out. */
  fixedSteps(kind: PlanKind, words: object, test: FirstTest): FilledStep[] {
    const parts = thirds(test.hours);
    return this.steps[kind]
      .map((step) => {
        const whole = this.fill(step.text, words);
        const text = wholeClause(whole);
        const told = step.test ? test.steps[step.test - 1] : step.detail && this.fill(step.detail, words);
        // What page 14 has no room for stands in the calendar and on page 2.
        const detail = told ?? (text === whole ? undefined : whole);
        return {
          week: step.week,
          kind: step.kind,
          hours: step.test ? (parts[step.test - 1] ?? step.hours) : step.hours,
          strand: this.fill(step.strand, words),
          text,
          ...(detail && { detail }),
        };
      })
      .filter(({ text }) => text !== '');
  }

  /** What to learn for the plan itself, beside the gaps of the target; lessons without a name for this person are left out. */
  lessonsFor(kind: PlanKind, words: object): SnapshotLearning[] {
    return this.lessons[kind]
      .map((lesson): SnapshotLearning => {
        const name = this.fill(lesson.name, words);
        const steps = lesson.steps
          .map((step) => ({ ...step, do: this.fill(step.do, words) }))
          .filter((step) => step.do !== '');
        return {
          id: `plan-${lesson.short.toLowerCase().replaceAll(' ', '-')}`,
          name,
          short: lesson.short,
          importance: 0,
          gap: 0,
          specific: true,
          why: this.fill(lesson.why, words),
          steps,
          hours: steps.reduce((sum, { hours }) => sum + hours, 0),
          proof: this.fill(lesson.proof, words),
          providers: this.fill(lesson.providers, words),
          checked: lesson.checked,
        };
      })
      .filter(({ name }) => name !== '');
  }

  /** Where free careers advice is given: of a nation, or of the UK. */
  adviceIn(nation: string | undefined): string {
    return this.advice[nation ?? 'UK'] ?? this.advice['UK'] ?? '';
  }

  /** Where somebody between jobs asks for money. */
  claimIn(nation: string | undefined): string {
    return this.claims[nation ?? 'UK'] ?? this.claims['UK'] ?? '';
  }

  /** What staying is called in the plans. */
  stayingIn(words: object): string {
    return this.fill(this.staying, words);
  }

  /** What is done in every week; undefined for who has nothing of the kind to do. */
  weeklyStep(words: object): WeeklyStep | undefined {
    const { strand } = this.weekly;
    const [hours, first, text, detail] = (['hours', 'first', 'text', 'detail'] as const).map((part) =>
      this.fill(this.weekly[part], words),
    ) as [string, string, string, string];
    return text === '' ? undefined : { hours: Number(hours), strand, first, text, detail };
  }

  decision(kind: PlanKind, day: DecisionDay, words: object): string {
    return this.fill(this.decisions[kind][String(day)] ?? [], words);
  }

  plan(kind: PlanKind, name: 'a' | 'b' | 'z', words: object): string {
    return this.fill(this.plans[kind][name] ?? [], words);
  }

  private fill(template: Template[], words: object): string {
    return String(this.liquid.renderSync(template, words)).replace(/\s+/g, ' ').trim();
  }
}

function parseStep({ strand, text, detail, ...step }: Raw<FixedStep>, liquid: Liquid): FixedStep {
  if (!(step.week >= 1 && step.week <= 13) || !(step.hours > 0 || step.test))
    throw new Error(`"${text}" needs a week of 1–13 and hours`);
  return {
    ...step,
    strand: liquid.parse(strand),
    text: liquid.parse(text),
    ...(detail !== undefined && { detail: liquid.parse(detail) }),
  };
}

const parseWeekly = (
  { hours, strand, first, text, detail }: Record<keyof WeeklyStep, string>,
  liquid: Liquid,
): WeeklyWords => ({
  hours: liquid.parse(hours),
  strand,
  first: liquid.parse(first),
  text: liquid.parse(text),
  detail: liquid.parse(detail),
});

function parseLesson(lesson: RawLesson, liquid: Liquid): Lesson {
  if (lesson.steps.length !== 3 || !/^20\d\d-(0[1-9]|1[0-2])$/.test(lesson.checked))
    throw new Error(`"${lesson.name}" needs three steps and checked: YYYY-MM`);
  return {
    ...lesson,
    name: liquid.parse(lesson.name),
    why: liquid.parse(lesson.why),
    proof: liquid.parse(lesson.proof),
    providers: liquid.parse(lesson.providers),
    steps: lesson.steps.map((step) => ({ ...step, do: liquid.parse(step.do) })),
  };
}

/** Hours of three steps in half hours, which sum to the whole. */
function thirds(hours: number): [number, number, number] {
  const part = Math.max(0.5, Math.floor((2 * hours) / 3) / 2);
  return [part, part, hours - 2 * part];
}
