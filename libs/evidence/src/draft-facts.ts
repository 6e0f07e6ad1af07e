import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type FactChecks,
  type FactStatus,
  FactStatuses,
  type SaidFact,
  type FactStatusOf,
} from '@app/blueprint';
import { inLondon, sha256 } from '@app/kernel';
import { KIND_POLICY, longOverdueFrom } from './evidence-policy.js';
import { Evidence, confirmedAtOf, nameOf } from './evidence.service.js';
import { OutsideFacts } from './outside-facts.js';

/** Tells drafting which facts a person has checked, and which are not to be said any more. */
@Injectable()
export class DraftFacts implements FactChecks {
  constructor(
    statuses: FactStatuses,
    private readonly evidence: Evidence,
    private readonly facts: OutsideFacts,
  ) {
    statuses.bind(this);
  }

  async statuses(manager: EntityManager, at: Date): Promise<FactStatusOf> {
    const newest = await this.evidence.newest(manager);
    return (said) => {
      const check = newest.get(nameOf(said.key, sha256(said.words)));
      const confirmedAt = confirmedAtOf(check);
      const isUntrue = check !== undefined && confirmedAt === null;
      return {
        ...(confirmedAt && { checkedOn: inLondon(confirmedAt).toISODate() ?? '' }),
        ...this.drop(said, isUntrue, confirmedAt, at),
      };
    };
  }

  private drop(
    said: SaidFact,
    isUntrue: boolean,
    confirmedAt: Date | null,
    at: Date,
  ): Pick<FactStatus, 'dropped'> {
    const { leftOut } = KIND_POLICY[said.kind];
    if (leftOut === 'never') return {};
    if (isUntrue) return { dropped: true };
    const written = this.facts.all().get(said.key)?.written;
    if (leftOut === 'untrue' || written === undefined) return {};
    return longOverdueFrom({ kind: said.kind, written, confirmedAt }) <= at ? { dropped: true } : {};
  }
}
