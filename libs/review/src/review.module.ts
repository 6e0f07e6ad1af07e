import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { OccupationsModule } from '@app/occupations';
import { OrdersModule } from '@app/orders';
import { StaffModule } from '@app/staff';
import { TasksModule } from '@app/tasks';
import { ApprovedReviews } from './approved-reviews.js';
import { RecomputedResults } from './checks/recomputed-results.js';
import { ReviewChecks } from './checks/review-checks.service.js';
import { Claims } from './decisions/claims.service.js';
import { ReviewService } from './decisions/review.service.js';
import { ReturnedBlueprints } from './returned-blueprints.js';
import { ReviewForgetting } from './review-forgetting.js';
import { ReviewOpening } from './review-opening.service.js';
import { Review } from './review.entity.js';
import { ReviewJobs } from './review.jobs.js';

export const reviewEntities = [Review];

@Module({
  imports: [
    TypeOrmModule.forFeature(reviewEntities),
    AuditModule,
    StaffModule,
    TasksModule,
    OrdersModule,
    AssessmentModule,
    BlueprintModule,
    OccupationsModule,
  ],
  providers: [
    ApprovedReviews,
    Claims,
    RecomputedResults,
    ReturnedBlueprints,
    ReviewChecks,
    ReviewForgetting,
    ReviewJobs,
    ReviewOpening,
    ReviewService,
  ],
  exports: [
    ApprovedReviews,
    AuditModule,
    StaffModule,
    Claims,
    ReviewChecks,
    ReviewForgetting,
    ReviewJobs,
    ReviewOpening,
    ReviewService,
  ],
})
export class ReviewModule {}
