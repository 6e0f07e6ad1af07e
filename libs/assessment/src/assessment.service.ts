import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CLOCK, type Clock, DomainError, type Id, newId } from '@app/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { Screen, ScreenAnswers } from './answers/answers.js';
import { PersonalScorer } from './personal-scorer.js';
import type { CompletedAssessment } from './result/completed-assessment.js';
import { AssessmentFollowers } from './session/assessment-followers.js';
import { Assessment } from './session/assessment.entity.js';
import { mergeScreen, sameScreen } from './session/merge-screen.js';
import { findByCode, lockByCode, notFound } from './session/find-by-code.js';
import { newResumeCode, resumeCodeHash } from './session/resume-code.js';
import { expiryOf } from './session/retention.js';

export interface SavedScreen {
  readonly assessment: Assessment;
  /** True when this screen had been saved since the form was shown (another tab, the back button); the latest save is kept. */
  readonly replacedNewer: boolean;
}

/** Saved assessments: begun, saved screen by screen, resumed by code, completed. */
@Injectable()
export class AssessmentService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly scorer: PersonalScorer,
    private readonly followers: AssessmentFollowers,
  ) {}

  /** Begins an assessment. The code is the only way back to it and is not kept: show it to the person. */
  async start(): Promise<{ code: string; assessment: Assessment }> {
    const code = newResumeCode();
    const now = this.clock.now();
    const assessment = this.source.manager.create(Assessment, {
      id: newId<'Assessment'>(),
      resumeCodeHash: resumeCodeHash(code),
      answers: {},
      revision: 0,
      screenRevisions: {},
      result: null,
      email: null,
      resumeCodeSealed: null,
      completedAt: null,
      erasedAt: null,
      createdAt: now,
      updatedAt: now,
      expiresAt: expiryOf(now, false),
    });
    await this.source.manager.insert(Assessment, assessment);
    return { code, assessment };
  }

  /** The assessment that a code opens, as typed or as issued; null when there is none or it has expired. */
  async byCode(code: string): Promise<Assessment | null> {
    return await findByCode(this.source.manager, code, this.clock.now());
  }

  /**
   * Replaces one screen's answers and leaves every other screen's alone, so that two tabs on two screens lose nothing. Editing a
   * completed assessment begins a new one under the same code.
   *
   * @param revision the assessment's revision when the form was shown
   * @throws DomainError `assessment_not_found`
   */
  async saveScreen<S extends Screen>(
    code: string,
    screen: S,
    given: ScreenAnswers<S>,
    revision: number,
  ): Promise<SavedScreen> {
    return await this.source.transaction(async (manager) => {
      const assessment = await this.lock(manager, code);
      const answers = mergeScreen(assessment.answers, screen, given);
      const unchanged =
        assessment.screenRevisions[screen] !== undefined && sameScreen(assessment.answers, answers);
      if (unchanged) return { assessment, replacedNewer: false };
      const now = this.clock.now();
      const next = assessment.revision + 1;
      const change = {
        answers,
        revision: next,
        screenRevisions: { ...assessment.screenRevisions, [screen]: next },
        updatedAt: now,
        expiresAt: expiryOf(now, false),
      };
      const replacedNewer = (assessment.screenRevisions[screen] ?? 0) > revision;
      if (assessment.completedAt === null) {
        await manager.update(Assessment, { id: assessment.id }, change);
        return { assessment: Object.assign(assessment, change), replacedNewer };
      }
      return { assessment: await this.anew(manager, assessment, change, now), replacedNewer };
    });
  }

  /**
   * Computes the result and freezes it with the answers. Repeating it gives the same result, even after the catalogue has changed.
   * @throws DomainError `assessment_not_found`, `assessment_incomplete`
   */
  async complete(code: string): Promise<CompletedAssessment> {
    return await this.source.transaction(async (manager) => {
      const assessment = await this.lock(manager, code);
      if (assessment.completedAt !== null) return completedOf(assessment);
      const now = this.clock.now();
      const change = {
        result: this.scorer.score(assessment.answers),
        completedAt: now,
        updatedAt: now,
        expiresAt: expiryOf(now, true),
      };
      await manager.update(Assessment, { id: assessment.id }, change);
      return completedOf(Object.assign(assessment, change));
    });
  }

  /** Whatever its state; null when it is gone. */
  byId(id: string): Promise<Assessment | null> {
    return this.source.manager.findOneBy(Assessment, { id: id as Id<'Assessment'> });
  }

  /** A finished assessment by its id, as it was when it was finished. @throws DomainError `assessment_not_found`, `assessment_incomplete` */
  async completed(id: string): Promise<CompletedAssessment> {
    const assessment = await this.source.manager.findOneBy(Assessment, { id: id as Id<'Assessment'> });
    if (!assessment) throw notFound();
    return completedOf(assessment);
  }

  /**
   * The code and the address belong to the new row from now on. The completed one keeps its id, answers and result if an order rests on it;
   * otherwise it goes, because nobody could open or erase it any more.
   */
  private async anew(
    manager: EntityManager,
    completed: Assessment,
    change: Partial<Assessment>,
    now: Date,
  ): Promise<Assessment> {
    await manager.update(
      Assessment,
      { id: completed.id },
      { resumeCodeHash: null, resumeCodeSealed: null, email: null },
    );
    const fresh = manager.create(Assessment, {
      ...completed,
      ...change,
      id: newId<'Assessment'>(),
      result: null,
      completedAt: null,
      createdAt: now,
    });
    await manager.insert(Assessment, fresh);
    await this.followers.moved(manager, completed.id, fresh.id);
    await manager.query(
      'delete from assessments where id = $1 and not exists (select 1 from orders where assessment_id = $1)',
      [completed.id],
    );
    return fresh;
  }

  private lock(manager: EntityManager, code: string): Promise<Assessment> {
    return lockByCode(manager, code, this.clock.now());
  }
}

function completedOf({ id, answers, result, completedAt }: Assessment): CompletedAssessment {
  if (result === null || completedAt === null)
    throw new DomainError('assessment_incomplete', 'This assessment has not been finished yet.');
  return {
    id,
    answers,
    result,
    completedAt,
    catalogueVersion: result.catalogueVersion,
    modelVersion: result.modelVersion,
  };
}
