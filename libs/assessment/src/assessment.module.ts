import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { AssessmentService } from './assessment.service.js';
import { PersonalScorer } from './personal-scorer.js';
import { AssessmentFollowers } from './session/assessment-followers.js';
import { Assessment } from './session/assessment.entity.js';
import { SavedAssessments } from './session/saved-assessments.js';

export const assessmentEntities = [Assessment];

/** Questions, answers, scoring and saved assessments. */
@Module({
  imports: [TypeOrmModule.forFeature(assessmentEntities), OccupationsModule, LabourMarketModule],
  providers: [AssessmentFollowers, AssessmentService, PersonalScorer, SavedAssessments],
  exports: [AssessmentFollowers, AssessmentService, PersonalScorer, SavedAssessments],
})
export class AssessmentModule {}
