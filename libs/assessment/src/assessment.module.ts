import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { Advice } from './advice/advice.js';
import { AssessmentQuestions } from './assessment-questions.js';
import { AssessmentService } from './assessment.service.js';
import { ScoreDiary } from './diary/score-diary.js';
import { PersonalScorer } from './personal-scorer.js';
import { AssessmentForgetting } from './session/assessment-forgetting.js';
import { Questions } from './questions/questions.js';
import { AssessmentFollowers } from './session/assessment-followers.js';
import { Assessment } from './session/assessment.entity.js';
import { SavedAssessments } from './session/saved-assessments.js';

/** Another file of questions than the product's own, for who provides it: a test of a question to come. */
export const QUESTION_TEXT = Symbol('file of questions');

export const assessmentEntities = [Assessment];

/** Questions, answers, scoring and saved assessments. */
@Module({
  imports: [TypeOrmModule.forFeature(assessmentEntities), OccupationsModule, LabourMarketModule],
  providers: [
    Advice,
    AssessmentFollowers,
    AssessmentForgetting,
    AssessmentQuestions,
    AssessmentService,
    PersonalScorer,
    SavedAssessments,
    ScoreDiary,
    {
      provide: Questions,
      useFactory: (text?: string) => Questions.load(text),
      inject: [{ token: QUESTION_TEXT, optional: true }],
    },
  ],
  exports: [
    Advice,
    AssessmentFollowers,
    AssessmentForgetting,
    AssessmentQuestions,
    AssessmentService,
    PersonalScorer,
    Questions,
    SavedAssessments,
    ScoreDiary,
  ],
})
export class AssessmentModule {}
