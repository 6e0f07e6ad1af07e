import { Injectable } from '@nestjs/common';
import { atLeastHalfEarn, Catalogue, movesOf, type NextGroup } from '@app/occupations';
import { type Moves, readMoves } from './moves/prepared-moves.js';
import { type OutlookRow, readOutlook } from './outlook/outlook.js';
import { EmployerIndex } from './employers/employer-index.js';
import { EmployerKinds } from './employers/employer-kinds.js';
import { type EmployersNearby, employersFor } from './employers/employers-for.js';
import type { Employing } from './employers/employing.js';
import { Places } from './employers/places.js';
import { readEmploying, readKinds } from './employers/prepared-employing.js';
import { regionName } from './employers/region-name.js';
import { type JobsEvidence, jobsFor } from './jobs-for.js';
import type { PayBands } from './pay-bands.js';
import { payFor } from './pay-for.js';
import { loadPayScales } from './pay-scales/load-pay-scales.js';
import type { ScaleOfGroup } from './pay-scales/pay-scale.js';
import type { GroupLearning } from './learning/group-learning.js';
import { loadLearningOfTitles } from './learning/load-learning.js';
import { readLearning } from './learning/prepared-learning.js';
import { readRoutes } from './routes/prepared-routes.js';
import type { Entrant } from './routes/entrant.js';
import { routeFor } from './routes/route-for.js';
import type { Route } from './routes/route.js';
import type { GroupSteps } from './steps/group-steps.js';
import { readSteps } from './steps/prepared-steps.js';
import { employersOfTitle, routeOfTitle } from './titles/title-facts.js';
import type { WeightedCode } from './uk-code.js';

/** What at least half of the people of an occupation earn. */
export interface LeastOfHalf {
  /** A year, full time. */
  readonly pounds: number;
  readonly source: string;
}

/** Official pay, jobs and employers by UK codes, and the editors' routes. */
@Injectable()
export class LabourMarket {
  private moves: Moves | undefined;
  private outlook: ReadonlyMap<string, OutlookRow> | undefined;
  private routes: ReadonlyMap<string, Route> | undefined;
  private learning: ReadonlyMap<string, GroupLearning> | undefined;
  private titleLearning: ReadonlyMap<string, GroupLearning> | undefined;
  private steps: ReadonlyMap<string, GroupSteps> | undefined;
  private employing: ReadonlyMap<string, Employing> | undefined;
  private payScales: ReadonlyMap<string, ScaleOfGroup> | undefined;
  private kinds: EmployerKinds | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  /** How people get into the unit group that weighs most, in the words of a title of its own. Read once, when first asked for: most pages need none. */
  routeInto(codes: readonly WeightedCode[], slug = ''): Route | undefined {
    const route = this.allRoutes().get(codes[0]?.code ?? '');
    return route && routeOfTitle(route, slug);
  }

  /** The way into the unit group that weighs most, as one person can go it. @see routeFor */
  routeFor(codes: readonly WeightedCode[], slug: string, entrant: Entrant): Route | undefined {
    const route = this.routeInto(codes, slug);
    const own = this.allRoutes().get(entrant.ownGroup ?? '');
    return route && routeFor(route, entrant, own, this.catalogue.dataset.apprenticeships);
  }

  /** The routes into every unit group, by its code. */
  allRoutes(): ReadonlyMap<string, Route> {
    return (this.routes ??= readRoutes(this.catalogue.dataset));
  }

  /** Who employs the people of every unit group, by its code. */
  allEmploying(): ReadonlyMap<string, Employing> {
    return (this.employing ??= readEmploying(this.catalogue.dataset.unitGroups));
  }

  /** What to learn first for a title of its own, else for the work of the unit group that weighs most. */
  learningFor(codes: readonly WeightedCode[], slug = ''): GroupLearning | undefined {
    return this.learningOfTitles().get(slug) ?? this.allLearning().get(codes[0]?.code ?? '');
  }

  /** What to learn first for the work of every unit group, by its code. */
  allLearning(): ReadonlyMap<string, GroupLearning> {
    return (this.learning ??= readLearning(this.catalogue.dataset.unitGroups));
  }

  /** What to learn first for titles that are a small part of their unit group, by slug. */
  learningOfTitles(): ReadonlyMap<string, GroupLearning> {
    return (this.titleLearning ??= loadLearningOfTitles());
  }

  /** The next steps inside the trade of the unit group that weighs most. */
  stepsIn(codes: readonly WeightedCode[]): GroupSteps | undefined {
    return this.allSteps().get(codes[0]?.code ?? '');
  }

  /** The next steps inside the trade of every unit group, by its code. */
  allSteps(): ReadonlyMap<string, GroupSteps> {
    return (this.steps ??= readSteps(this.catalogue.dataset.unitGroups));
  }

  /** Moves that people make from a unit group, or from a six-digit group whose work is another, the most usual first. */
  movesFrom(code: string | undefined): readonly NextGroup[] {
    this.moves ??= readMoves(this.catalogue.dataset.unitGroups);
    return code === undefined ? [] : movesOf(this.moves, code);
  }

  /** The official outlook of the sub-major group that a unit group is in, England. */
  outlookOf(code: string): OutlookRow | undefined {
    this.outlook ??= readOutlook();
    return this.outlook.get(code.slice(0, 2));
  }

  /** Who usually employs the people of a unit group, a sentence. */
  usualEmployersOf(code: string): string | undefined {
    return this.allEmploying().get(code)?.usual;
  }

  /** @see payFor */
  payFor(codes: readonly WeightedCode[], region?: string): PayBands | null {
    return payFor(this.catalogue.dataset, codes, region);
  }

  /** What at least half of the people of an occupation earn full time, where its median is not published and a percentile under it is; pounds a year. */
  atLeastHalfEarn(codes: readonly WeightedCode[]): LeastOfHalf | undefined {
    const { dataset } = this.catalogue;
    const main = [...codes].sort((a, b) => b.weight - a.weight)[0];
    const pounds = main && atLeastHalfEarn(dataset, main.code);
    return pounds === undefined ? undefined : { pounds, source: dataset.sources.get('ashe')?.name ?? 'ashe' };
  }

  /** The national pay scale that people of a group are on: of a six-digit group its own, else its unit group's. */
  payScaleOf(code: string | undefined): ScaleOfGroup | undefined {
    const scales = this.allPayScales();
    return scales.get(code ?? '') ?? scales.get(code?.slice(0, 4) ?? '');
  }

  /** The national pay scales, by the code of every group that is on one. */
  allPayScales(): ReadonlyMap<string, ScaleOfGroup> {
    const { occupations, unitGroups } = this.catalogue.dataset;
    const known = { has: (code: string): boolean => occupations.has(code) || unitGroups.has(code) };
    return (this.payScales ??= loadPayScales(known));
  }

  /** Employers of the unit group that weighs most, near a region given by ONS code; of a title with others, in words. @see employersFor */
  employersFor(
    codes: readonly WeightedCode[],
    region: string | undefined,
    limit: number,
    slug = '',
  ): EmployersNearby | undefined {
    const ofTitle = employersOfTitle(slug);
    if (ofTitle) return { employers: [], ...ofTitle, ofTitle: slug };
    const { dataset } = this.catalogue;
    const code = codes[0]?.code ?? '';
    const employing = this.allEmploying().get(code);
    return (
      employing && employersFor(this.employerKinds(), code, employing, regionName(dataset, region), limit)
    );
  }

  /** The employers by kind. */
  employerKinds(): EmployerKinds {
    return (this.kinds ??= new EmployerKinds(
      readKinds(),
      new EmployerIndex(this.catalogue.dataset.employers),
      new Places(),
    ));
  }

  /** @see jobsFor */
  jobsFor(codes: readonly WeightedCode[]): JobsEvidence | null {
    return jobsFor(this.catalogue.dataset, codes);
  }

  /** UK regions that pay can be adjusted to, by ONS code and name. */
  regions(): { code: string; name: string }[] {
    return this.catalogue.dataset.regions.map(({ region, name }) => ({ code: region, name }));
  }
}
