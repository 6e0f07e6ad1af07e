import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CompletedAssessment, PersonalScorer } from '@app/assessment';
import { Environment } from '@app/config';
import { newReference } from '@app/kernel';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import type { Order } from '@app/orders';
import { BlueprintAssetsHolder } from './blueprint-assets.holder.js';
import { CHECK_CODE } from './check-code.js';
import { FactStatuses } from './facts/fact-statuses.js';
import { CurrentFacts } from './facts/current-facts.js';
import { gatherInputs } from './gather-inputs.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';
import type { WantedPlaces } from './snapshot/reviewers-part.js';
import { buildSnapshot } from './drafting/build-snapshot.js';
import { chosenOptions } from './drafting/chosen-options.js';

export interface DraftRequest {
  readonly order: Pick<Order, 'reference' | 'customerName'>;
  readonly assessment: CompletedAssessment;
  readonly version: number;
  readonly draftedAt: Date;
  /** Other paths than the ranking gives; left out where they are no candidates any more. */
  readonly wanted?: WantedPlaces | undefined;
}

/** Makes the snapshot of a version: a person's answers with the figures and facts of the day. */
@Injectable()
export class SnapshotDrafting {
  constructor(
    private readonly environment: Environment,
    private readonly scorer: PersonalScorer,
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
    private readonly assets: BlueprintAssetsHolder,
    private readonly facts: FactStatuses,
  ) {}

  async snapshot(
    manager: EntityManager,
    { order, assessment, version, draftedAt, wanted }: DraftRequest,
  ): Promise<BlueprintSnapshot> {
    const { BRAND_NAME: name, SITE_URL: siteUrl, SUPPORT_EMAIL: supportEmail } = this.environment;
    const { answers, result } = assessment;
    const chosen = wanted && chosenOptions(result, this.scorer.candidates(answers), wanted);
    const inputs = gatherInputs(
      {
        brand: { name, siteUrl, supportEmail },
        order: { reference: order.reference, checkCode: newReference('', CHECK_CODE), version },
        customerName: order.customerName,
        draftedAt,
        templateVersion: this.assets.current.version,
        assessment: chosen ? { ...assessment, result: chosen.result } : assessment,
        chosen: Boolean(chosen),
      },
      this.catalogue,
      this.market,
    );
    const currentFacts = new CurrentFacts(this.assets.current, await this.facts.statuses(manager, draftedAt));
    const snapshot = currentFacts.snapshot(buildSnapshot(currentFacts.inputs(inputs), this.assets.current));
    return chosen ? { ...snapshot, choice: chosen.choice } : snapshot;
  }
}
