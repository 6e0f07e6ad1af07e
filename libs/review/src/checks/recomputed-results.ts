import { Injectable } from '@nestjs/common';
import { AssessmentService, PersonalScorer } from '@app/assessment';
import { DomainError } from '@app/kernel';
import type { CheckFacts } from './check-facts.js';

/** Works a result out again from the stored answers, with the catalogue and the model of today. */
@Injectable()
export class RecomputedResults {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly scorer: PersonalScorer,
  ) {}

  async of(assessmentId: string): Promise<Pick<CheckFacts, 'recomputed' | 'candidates' | 'answers'>> {
    try {
      const { answers } = await this.assessments.completed(assessmentId);
      const { result, candidates } = this.scorer.scoreAndCandidates(answers);
      return { recomputed: result, candidates, answers };
    } catch (error) {
      // A refusal is a finding for the reviewer; anything else is a fault and is tried again.
      if (error instanceof DomainError)
        return {
          recomputed: { impossible: error.message.replace(/\.$/, '') },
          candidates: [],
          answers: null,
        };
      throw error;
    }
  }
}
