import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { AssessmentService } from './assessment.service.js';
import { PersonalScorer } from './personal-scorer.js';
import { AssessmentForgetting } from './session/assessment-forgetting.js';
import { Assessment } from './session/assessment.entity.js';
import { SavedAssessments } from './session/saved-assessments.js';

export const assessmentEntities = [Assessment];

/** Questions, answers, scoring and saved assessments. */
@Module({
  imports: [TypeOrmModule.forFeature(assessmentEntities), OccupationsModule, LabourMarketModule],
  providers: [AssessmentForgetting, AssessmentService, PersonalScorer, SavedAssessments],
  exports: [AssessmentForgetting, AssessmentService, PersonalScorer, SavedAssessments],
})
export class AssessmentModule {}
