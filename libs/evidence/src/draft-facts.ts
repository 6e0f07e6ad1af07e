import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type FactChecks,
  type FactStanding,
  FactStandings,
  type SaidFact,
  type StandingOf,
} from '@app/blueprint';
import { inLondon, sha256 } from '@app/kernel';
import { KIND_POLICY, longOverdueFrom } from './evidence-policy.js';
import { Evidence, foundTrueAt, nameOf } from './evidence.service.js';
import { OutsideFacts } from './outside-facts.js';

/** Tells drafting which facts a person has checked, and which are not to be said any more. */
@Injectable()
export class DraftFacts implements FactChecks {
  constructor(
    standings: FactStandings,
    private readonly evidence: Evidence,
    private readonly facts: OutsideFacts,
  ) {
    standings.bind(this);
  }

  async standings(manager: EntityManager, at: Date): Promise<StandingOf> {
    const newest = await this.evidence.newest(manager);
    return (said) => {
      const check = newest.get(nameOf(said.key, sha256(said.words)));
      const foundTrue = foundTrueAt(check);
      const isUntrue = check !== undefined && foundTrue === null;
      return {
        ...(foundTrue && { checkedOn: inLondon(foundTrue).toISODate() ?? '' }),
        ...this.drop(said, isUntrue, foundTrue, at),
      };
    };
  }

  private drop(
    said: SaidFact,
    isUntrue: boolean,
    foundTrue: Date | null,
    at: Date,
  ): Pick<FactStanding, 'dropped'> {
    const { leftOut } = KIND_POLICY[said.kind];
    if (leftOut === 'never') return {};
    if (isUntrue) return { dropped: true };
    const written = this.facts.all().get(said.key)?.written;
    if (leftOut === 'untrue' || written === undefined) return {};
    return longOverdueFrom({ kind: said.kind, written, foundTrue }) <= at ? { dropped: true } : {};
  }
}
