import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../snapshot/blueprint-snapshot.js';
import type { SaidFact } from './said-fact.js';

/** How an outside fact stands. */
export interface FactStatus {
  /** Day on which a person last found it true against its source; absent when nobody has. */
  readonly checkedOn?: IsoDate;
  /** It is gone, or its check is long overdue: a draft does not say it any more. */
  readonly dropped?: true;
}

export type FactStatusOf = (fact: SaidFact) => FactStatus;

/** What drafting must know of the checks of outside facts. Whoever keeps them answers from above. */
export interface FactChecks {
  /** How facts stand at a moment. */
  statuses(manager: EntityManager, at: Date): Promise<FactStatusOf>;
}

/** The statuses of this process. The module that keeps checks binds its own when it starts; without one nothing counts as checked or dropped. */
@Injectable()
export class FactStatuses {
  private keeper?: FactChecks;

  bind(keeper: FactChecks): void {
    this.keeper = keeper;
  }

  async statuses(manager: EntityManager, at: Date): Promise<FactStatusOf> {
    return this.keeper ? await this.keeper.statuses(manager, at) : () => ({});
  }
}
