import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Environment, sealSecrets } from '@app/config';
import { CLOCK, type Clock, DomainError, plusDays, RETENTION, seal, unseal } from '@app/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { AssessmentFollowers } from './assessment-followers.js';
import type { Assessment } from './assessment.entity.js';
import {
  changeAssessment,
  emptyAssessment,
  findAssessment,
  removeAssessment,
  resealAssessments,
} from './assessment.store.js';
import { findByCode, lockByCode } from './find-by-code.js';
import { readResumeCode } from './resume-code.js';
import { expiryOf } from './retention.js';

const SEAL_PURPOSE = 'assessment.resume-code';

/** What an email to the owner of a saved assessment needs. */
export interface SavedMailing {
  readonly email: string;
  /** The resume code, in clear: it belongs in the email and nowhere else. */
  readonly code: string;
  readonly occupationTitle: string;
  readonly expiresAt: Date;
}

/** A finished assessment after it was finished: where to send its link, and how long it stays. */
@Injectable()
export class SavedAssessments {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly followers: AssessmentFollowers,
  ) {}

  /**
   * Keeps an address with a finished assessment, and with it the code, sealed, so that we can write the link into an email.
   * @throws DomainError `assessment_not_found`, `assessment_incomplete`
   */
  async keepAddress(manager: EntityManager, typed: string, email: string): Promise<Assessment> {
    const assessment = await lockByCode(manager, typed, this.clock.now());
    if (assessment.completedAt === null)
      throw new DomainError('assessment_incomplete', 'This assessment has not been finished yet.');
    const code = readResumeCode(typed) ?? '';
    const change = { email, resumeCodeSealed: seal(this.environment.APP_SECRET, SEAL_PURPOSE, code) };
    await changeAssessment(manager, assessment.id, change);
    return Object.assign(assessment, change);
  }

  /** What to write to its owner; null when no address is kept any more, or the assessment is gone. */
  async mailing(id: string): Promise<SavedMailing | null> {
    const found = await findAssessment(this.source.manager, id);
    if (!found?.email || !found.resumeCodeSealed || !found.result || found.expiresAt <= this.clock.now())
      return null;
    return {
      email: found.email,
      code: unseal(sealSecrets(this.environment), SEAL_PURPOSE, found.resumeCodeSealed),
      occupationTitle: found.result.occupationTitle,
      expiresAt: found.expiresAt,
    };
  }

  /** After a change of APP_SECRET: seals every kept code anew. @returns how many. */
  async resealCodes(): Promise<number> {
    const secrets = sealSecrets(this.environment);
    return await resealAssessments(this.source, SEAL_PURPOSE, secrets);
  }

  /** Whether its end is near enough to offer to keep it longer. */
  endsSoon({ completedAt, expiresAt }: Assessment): boolean {
    return completedAt !== null && expiresAt <= plusDays(this.clock.now(), RETENTION.warningDays);
  }

  /** Keeps a finished assessment for another full time from now, as its owner asks. @throws DomainError `assessment_not_found` */
  async keepLonger(code: string): Promise<Assessment> {
    return await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const assessment = await lockByCode(manager, code, now);
      if (!this.endsSoon(assessment)) return assessment;
      const expiresAt = expiryOf(now, true);
      await changeAssessment(manager, assessment.id, { expiresAt });
      return Object.assign(assessment, { expiresAt });
    });
  }

  /** The assessment under a code, or null. */
  async find(manager: EntityManager, code: string): Promise<Assessment | null> {
    return await findByCode(manager, code, this.clock.now());
  }

  /** The assessment under a code, locked until the caller's transaction ends. @throws DomainError `assessment_not_found` */
  async lock(manager: EntityManager, code: string): Promise<Assessment> {
    return await lockByCode(manager, code, this.clock.now());
  }

  /**
   * Erases an assessment, whoever asks. Where an order points at it an empty row stays, so that the order still stands on something.
   * What others keep about it goes with it.
   */
  async erase(manager: EntityManager, id: string, pointedAt: boolean): Promise<void> {
    if (!pointedAt) return await removeAssessment(manager, id);
    await this.followers.erased(manager, id);
    await emptyAssessment(manager, id, this.clock.now());
  }
}
