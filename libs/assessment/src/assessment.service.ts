import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { Answers } from './answers/answers.js';
import { moveAdvice } from './advice/advice.store.js';
import { addEntry, closeNewest, moveEntries } from './diary/diary.store.js';
import { belongsInDiary } from './diary/diary.js';
import { PersonalScorer } from './personal-scorer.js';
import type { CompletedAssessment } from './result/completed-assessment.js';
import { Questions } from './questions/questions.js';
import { splitDifference } from './recheck/split-difference.js';
import { AssessmentFollowers } from './session/assessment-followers.js';
import type { Assessment } from './session/assessment.entity.js';
import {
  changeAssessment,
  findAssessment,
  insertAssessment,
  removeUnlessHeld,
} from './session/assessment.store.js';
import { mergeScreen, sameScreen } from './session/merge-screen.js';
import { findByCode, lockByCode, notFound } from './session/find-by-code.js';
import { newResumeCode, resumeCodeHash } from './session/resume-code.js';
import { expiryOf } from './session/retention.js';

export interface SavedScreen {
  readonly assessment: Assessment;
  /** True when this question had been saved since the form was shown (another tab, the back button); the latest save is kept. */
  readonly replacedNewer: boolean;
}

/** Saved assessments: begun, saved question by question, resumed by code, completed. */
@Injectable()
export class AssessmentService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly scorer: PersonalScorer,
    private readonly questions: Questions,
    private readonly followers: AssessmentFollowers,
  ) {}

  /** Begins an assessment, from answers given before if there are any. The code is the only way back to it and is not kept: show it to the person. */
  async start(answers: Answers = {}): Promise<{ code: string; assessment: Assessment }> {
    const code = newResumeCode();
    const now = this.clock.now();
    const assessment: Assessment = {
      id: newId<'Assessment'>(),
      resumeCodeHash: resumeCodeHash(code),
      answers,
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
    };
    await insertAssessment(this.source.manager, assessment);
    return { code, assessment };
  }

  /** The assessment that a code opens, as typed or as issued; null when there is none or it has expired. */
  async byCode(code: string): Promise<Assessment | null> {
    return await findByCode(this.source.manager, code, this.clock.now());
  }

  /**
   * Replaces one question's answers and leaves every other's alone, so that two tabs on two questions lose nothing. Editing a completed
   * assessment begins a new one under the same code.
   *
   * @param id of the question; a page asked in its place saves under it too
   * @param given answers under other questions' keys are ignored
   * @param revision the assessment's revision when the form was shown
   * @throws DomainError `assessment_not_found`
   */
  async saveScreen(code: string, id: string, given: Answers, revision: number): Promise<SavedScreen> {
    const { keys } = this.questions.byId(id);
    return await this.source.transaction(async (manager) => {
      const assessment = await this.lock(manager, code);
      const answers = mergeScreen(assessment.answers, keys, given);
      const unchanged =
        assessment.screenRevisions[id] !== undefined && sameScreen(assessment.answers, answers);
      if (unchanged) return { assessment, replacedNewer: false };
      const now = this.clock.now();
      const next = assessment.revision + 1;
      const change = {
        answers,
        revision: next,
        screenRevisions: { ...assessment.screenRevisions, [id]: next },
        updatedAt: now,
        expiresAt: expiryOf(now, false),
      };
      const replacedNewer = (assessment.screenRevisions[id] ?? 0) > revision;
      if (assessment.completedAt === null) {
        await changeAssessment(manager, assessment.id, change);
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
      await changeAssessment(manager, assessment.id, change);
      await closeNewest(manager, assessment.id, (given) =>
        splitDifference(given, assessment.answers, this.scorer),
      );
      return completedOf(Object.assign(assessment, change));
    });
  }

  /** Whatever its state; null when it is gone. */
  byId(id: string): Promise<Assessment | null> {
    return findAssessment(this.source.manager, id);
  }

  /** A finished assessment by its id, as it was when it was finished. @throws DomainError `assessment_not_found`, `assessment_incomplete` */
  async completed(id: string): Promise<CompletedAssessment> {
    const assessment = await findAssessment(this.source.manager, id);
    if (!assessment) throw notFound();
    return completedOf(assessment);
  }

  /**
   * The code and the address belong to the new row from now on. The completed one keeps its id, answers and result if an order rests on it;
   * otherwise it goes, because nobody could open or erase it any more. Its score stays in the diary, if it stood for a day.
   */
  private async anew(
    manager: EntityManager,
    completed: Assessment,
    change: Partial<Assessment>,
    now: Date,
  ): Promise<Assessment> {
    await changeAssessment(manager, completed.id, {
      resumeCodeHash: null,
      resumeCodeSealed: null,
      email: null,
    });
    const fresh: Assessment = {
      ...completed,
      ...change,
      id: newId<'Assessment'>(),
      result: null,
      completedAt: null,
      createdAt: now,
    };
    await insertAssessment(manager, fresh);
    await this.followers.moved(manager, completed.id, fresh.id);
    await moveAdvice(manager, completed.id, fresh.id);
    await moveEntries(manager, completed.id, fresh.id);
    const given = completedOf(completed);
    if (belongsInDiary(given.completedAt, now)) await addEntry(manager, fresh.id, given);
    await removeUnlessHeld(manager, completed.id);
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
