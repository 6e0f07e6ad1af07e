import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { OccupationsModule } from '@app/occupations';
import { OrdersModule } from '@app/orders';
import { RecomputedResults } from './checks/recomputed-results.js';
import { ReviewChecks } from './checks/review-checks.service.js';
import { Claims } from './decisions/claims.service.js';
import { ReviewService } from './decisions/review.service.js';
import { ReviewQueue } from './queue/review-queue.js';
import { ReviewErasure } from './review-erasure.js';
import { ReviewFolder } from './review-folder.js';
import { ReviewOpening } from './review-opening.service.js';
import { Review } from './review.entity.js';
import { ReviewJobs } from './review.jobs.js';
import { staffEntities, StaffModule } from './staff/staff.module.js';

export const reviewEntities = [...staffEntities, Review];

@Module({
  imports: [
    TypeOrmModule.forFeature([Review]),
    StaffModule,
    OrdersModule,
    AssessmentModule,
    BlueprintModule,
    OccupationsModule,
  ],
  providers: [
    Claims,
    RecomputedResults,
    ReviewChecks,
    ReviewErasure,
    ReviewFolder,
    ReviewJobs,
    ReviewOpening,
    ReviewQueue,
    ReviewService,
  ],
  exports: [
    StaffModule,
    Claims,
    ReviewChecks,
    ReviewErasure,
    ReviewFolder,
    ReviewJobs,
    ReviewOpening,
    ReviewQueue,
    ReviewService,
  ],
})
export class ReviewModule {}
