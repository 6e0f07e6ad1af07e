import { Injectable } from '@nestjs/common';
import { Catalogue } from '@app/occupations';
import { type EmployerEvidence, employersFor } from './employers-for.js';
import { type JobsEvidence, jobsFor } from './jobs-for.js';
import type { PayBands } from './pay-bands.js';
import { payFor } from './pay-for.js';
import { readRoutes } from './routes/prepared-routes.js';
import type { Route } from './routes/route.js';
import type { WeightedCode } from './uk-code.js';

/** Official pay, jobs and employers by UK codes, and the editors' routes. */
@Injectable()
export class LabourMarket {
  private routes: ReadonlyMap<string, Route> | undefined;

  constructor(private readonly catalogue: Catalogue) {}

  /** How people get into the unit group that weighs most. Read once, when first asked for: most pages need none. */
  routeInto(codes: readonly WeightedCode[]): Route | undefined {
    this.routes ??= readRoutes(this.catalogue.dataset);
    return this.routes.get(codes[0]?.code ?? '');
  }

  /** @see payFor */
  payFor(codes: readonly WeightedCode[], region?: string): PayBands | null {
    return payFor(this.catalogue.dataset, codes, region);
  }

  /** @see employersFor */
  employersFor(codes: readonly WeightedCode[], limit: number): EmployerEvidence[] {
    return employersFor(this.catalogue.dataset, codes, limit);
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
