import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@app/kernel';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { merged, type OutsideFact } from './outside-fact.js';
import { licensedFacts, toolFacts } from './readers/catalogue-facts.js';
import {
  courseFacts,
  employerFacts,
  employerKindFacts,
  fundingFacts,
  routeFacts,
  scaleFacts,
  guideFacts,
  stepFacts,
  termsFacts,
  titleFacts,
  wageFacts,
} from './readers/market-facts.js';
import { nationFacts } from './readers/nation-facts.js';
import { linkFacts, paperFacts, planFacts } from './readers/sentence-facts.js';
import { helpFacts, ownRouteFacts, providerFacts } from './readers/template-facts.js';

/** Every fact about the world outside that the content of this release states. Content comes with a release, so it is gathered once. */
@Injectable()
export class OutsideFacts {
  private facts: ReadonlyMap<string, OutsideFact> | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  all(): ReadonlyMap<string, OutsideFact> {
    return (this.facts ??= new Map(this.gather().map((fact) => [fact.key, fact])));
  }

  private gather(): OutsideFact[] {
    return merged([
      ...toolFacts(this.catalogue),
      ...licensedFacts(),
      ...routeFacts(this.catalogue, this.market),
      ...titleFacts(this.catalogue, this.market),
      ...fundingFacts(this.market),
      ...ownRouteFacts(),
      ...employerFacts(this.catalogue, this.market),
      ...employerKindFacts(this.market),
      ...providerFacts(),
      ...courseFacts(this.market),
      ...scaleFacts(this.market),
      ...stepFacts(this.market),
      ...guideFacts(),
      ...termsFacts(),
      ...nationFacts(),
      ...helpFacts(),
      ...planFacts(),
      ...linkFacts(),
      ...paperFacts(),
      ...wageFacts(this.clock.now().toISOString().slice(0, 10)),
    ]);
  }
}
