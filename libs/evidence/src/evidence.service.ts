import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '@app/audit';
import type { FactKind } from '@app/blueprint';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import type { EvidenceCheck, Verdict } from './evidence-check.entity.js';
import { insertCheck, newestChecks } from './evidence-checks.store.js';
import { KIND_POLICY, nextCheck } from './evidence-policy.js';
import type { OutsideFact } from './outside-fact.js';
import { OutsideFacts } from './outside-facts.js';
import { placesWords } from './place-words.js';

/** A fact with its newest check and its dates. */
export interface KeptFact {
  readonly fact: OutsideFact;
  readonly newest: EvidenceCheck | undefined;
  readonly nextCheck: Date;
  /** `untrue`: somebody found it changed or gone, and the content says it still. */
  readonly state: 'untrue' | 'due' | 'in date';
}

/** A fact and the words of it that somebody looked at. */
export interface NamedFact {
  readonly key: string;
  readonly wordsSha256: string;
}

/** What somebody found. */
export interface CheckResult extends NamedFact {
  readonly verdict: Verdict;
  readonly page: string | null;
  /** Needed where the fact is not as we say. */
  readonly note: string | null;
}

export interface Checker {
  readonly staffId: string;
  readonly ipAddress: string;
}

/** Keeps outside facts true: which are due, who found what, and the task that follows from what is not true any more. */
@Injectable()
export class Evidence {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly facts: OutsideFacts,
    private readonly tasks: StaffTasks,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every fact: untrue ones that the content still states, then by when they are to be checked, those that stand in most places first. */
  async all(): Promise<KeptFact[]> {
    const newest = await this.newest(this.source.manager);
    const now = this.clock.now();
    return [...this.facts.all().values()]
      .map((fact) => kept(fact, newest, now))
      .sort(
        (a, b) =>
          a.nextCheck.getTime() - b.nextCheck.getTime() ||
          b.fact.places.length - a.fact.places.length ||
          (a.fact.key < b.fact.key ? -1 : 1),
      );
  }

  /**
   * Notes what somebody found, with the task that follows from it, and closes that task once the fact is found true.
   * @throws DomainError `not_found` for a fact that the content does not state (any more), `fact_words_changed` when its words are others than
   *   those that were looked at.
   */
  async check(by: Checker, found: CheckResult): Promise<void> {
    const fact = this.stated(found);
    await this.source.transaction((manager) => this.note(manager, by, fact, found));
  }

  /**
   * Notes that all of these were compared with one page and found true; all or none.
   * @param page the one that was read, where it is another than the content names.
   * @throws DomainError as {@link check}.
   */
  async confirm(by: Checker, facts: readonly NamedFact[], page: string | null): Promise<void> {
    const stated = facts
      .map((named) => ({ fact: this.stated(named), named }))
      .sort((a, b) => (a.fact.key < b.fact.key ? -1 : 1));
    await this.source.transaction(async (manager) => {
      for (const { fact, named } of stated)
        await this.note(manager, by, fact, { ...named, verdict: 'true', page, note: null });
    });
  }

  private stated({ key, wordsSha256 }: NamedFact): OutsideFact {
    const fact = this.facts.all().get(key);
    if (!fact) throw new DomainError('not_found', 'Our content does not state this fact any more.');
    if (wordsSha256 !== fact.wordsSha256)
      throw new DomainError(
        'fact_words_changed',
        'The words of this fact have changed since you opened the page. Read them again; nothing was noted.',
      );
    return fact;
  }

  private async note(
    manager: EntityManager,
    by: Checker,
    fact: OutsideFact,
    found: CheckResult,
  ): Promise<void> {
    await insertCheck(manager, {
      id: newId(),
      fact: fact.key,
      wordsSha256: found.wordsSha256,
      verdict: found.verdict,
      page: found.page,
      note: found.note,
      checkedBy: by.staffId,
      checkedAt: this.clock.now(),
    });
    await this.settleTasks(manager, by, fact, found);
    await this.audit.record(manager, {
      staffId: by.staffId,
      action: 'evidence.checked',
      subject: { kind: 'fact', id: fact.key },
      after: { state: found.verdict, words: found.wordsSha256, page: found.page ?? fact.page },
      ...(found.note !== null && { reason: found.note }),
      ipAddress: by.ipAddress,
    });
  }

  /** How every fact stands for drafting: see `FactChecks` of the blueprint. */
  async newest(manager: EntityManager): Promise<ReadonlyMap<string, EvidenceCheck>> {
    const checks = await newestChecks(manager);
    return new Map(checks.map((check) => [nameOf(check.fact, check.wordsSha256), check]));
  }

  private async settleTasks(
    manager: EntityManager,
    { staffId }: Checker,
    fact: OutsideFact,
    { verdict, note }: CheckResult,
  ): Promise<void> {
    for (const trouble of ['changed', 'gone'] as const) {
      const kind = `fact_${trouble}` as const;
      if (verdict === trouble)
        await this.tasks.raise(manager, {
          kind,
          subject: fact.key,
          summary: `The ${KIND_POLICY[fact.kind].one} “${fact.title}” is found ${trouble}: ${note ?? ''} It is stated in ${placesWords(fact.places)}.`,
          data: { fact: fact.key },
        });
      else
        await this.tasks.closeFor(
          manager,
          { kind, subject: fact.key },
          staffId,
          `The fact was found ${verdict}.`,
        );
    }
  }
}

/** A fact and its words, as checks name them. */
export const nameOf = (key: string, wordsSha256: string): string => `${wordsSha256} ${key}`;

export const KINDS = Object.keys(KIND_POLICY) as FactKind[];

function kept(fact: OutsideFact, newest: ReadonlyMap<string, EvidenceCheck>, now: Date): KeptFact {
  const check = newest.get(nameOf(fact.key, fact.wordsSha256));
  const next = nextCheck({ ...fact, confirmedAt: confirmedAtOf(check) });
  const isUntrue = check !== undefined && check.verdict !== 'true';
  return {
    fact,
    newest: check,
    nextCheck: next,
    state: isUntrue ? 'untrue' : next <= now ? 'due' : 'in date',
  };
}

/** When a fact was last found true; null when nobody has, or somebody has found otherwise since. */
export const confirmedAtOf = (newest: EvidenceCheck | undefined): Date | null =>
  newest?.verdict === 'true' ? newest.checkedAt : null;
