import { Injectable } from '@nestjs/common';
import { Catalogue } from '@app/occupations';
import { type EmployerEvidence, employersFor } from './employers-for.js';
import { type JobsEvidence, jobsFor } from './jobs-for.js';
import type { PayBands } from './pay-bands.js';
import { payFor } from './pay-for.js';
import type { WeightedCode } from './uk-code.js';

/** Official pay, jobs and employers by UK codes. */
@Injectable()
export class LabourMarket {
  constructor(private readonly catalogue: Catalogue) {}

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
