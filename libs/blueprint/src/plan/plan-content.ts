import { readFileSync } from 'node:fs';
import { Liquid, type Template } from 'liquidjs';
import { parse } from 'yaml';
import { AssetError } from '@app/typeset';
import { wordFilters } from '../copy/word-filters.js';
import type { PlanStrand } from '../snapshot/blueprint-snapshot.js';

export type PlanKind = 'move' | 'stay';

interface FixedStep {
  readonly week: number;
  readonly hours: number;
  readonly kind: PlanStrand['kind'];
  readonly strand: Template[];
  readonly text: Template[];
}

/** A fixed step of the plan with its words filled in. */
export interface FilledStep {
  readonly week: number;
  readonly hours: number;
  readonly kind: PlanStrand['kind'];
  readonly strand: string;
  readonly text: string;
}

/** The fixed steps, decisions and plan sentences of `templates/blueprint/plan.yaml`, parsed once. */
export class PlanContent {
  private constructor(
    private readonly liquid: Liquid,
    private readonly steps: Readonly<Record<PlanKind, readonly FixedStep[]>>,
    private readonly decisions: Readonly<Record<PlanKind, Readonly<Record<string, Template[]>>>>,
    private readonly plans: Readonly<Record<PlanKind, Readonly<Record<string, Template[]>>>>,
  ) {}

  /** @throws AssetError naming the file and what is wrong in it. */
  static load(file: string): PlanContent {
    const liquid = wordFilters(new Liquid({ strictFilters: true, strictVariables: true }));
    try {
      const content = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
      const steps = (kind: PlanKind): FixedStep[] =>
        (content[kind] as (Omit<FixedStep, 'strand' | 'text'> & { strand: string; text: string })[]).map(
          (step) => {
            if (!(step.week >= 1 && step.week <= 13) || !(step.hours > 0))
              throw new Error(`${kind}: a step needs a week of 1–13 and hours`);
            return {
              week: step.week,
              hours: step.hours,
              kind: step.kind,
              strand: liquid.parse(step.strand),
              text: liquid.parse(step.text),
            };
          },
        );
      const sentences = (part: unknown): Record<string, Template[]> =>
        Object.fromEntries(
          Object.entries(part as Record<string, string>).map(([key, text]) => [key, liquid.parse(text)]),
        );
      const both = (part: unknown): Record<PlanKind, Record<string, Template[]>> => {
        const { move, stay } = part as Record<PlanKind, unknown>;
        return { move: sentences(move), stay: sentences(stay) };
      };
      return new PlanContent(
        liquid,
        { move: steps('move'), stay: steps('stay') },
        both(content['decisions']),
        both(content['plans']),
      );
    } catch (error) {
      throw new AssetError(file, error instanceof Error ? error.message : 'cannot be read');
    }
  }

  fixedSteps(kind: PlanKind, words: object): FilledStep[] {
    return this.steps[kind].map((step) => ({
      ...step,
      strand: this.fill(step.strand, words),
      text: this.fill(step.text, words),
    }));
  }

  decision(kind: PlanKind, day: 30 | 60 | 90, words: object): string {
    return this.fill(this.decisions[kind][String(day)] ?? [], words);
  }

  plan(kind: PlanKind, name: 'a' | 'b' | 'z', words: object): string {
    return this.fill(this.plans[kind][name] ?? [], words);
  }

  private fill(template: Template[], words: object): string {
    return String(this.liquid.renderSync(template, words)).replace(/\s+/g, ' ').trim();
  }
}
