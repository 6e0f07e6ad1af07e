import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { LabourMarketModule } from '@app/labour-market';
import { OccupationsModule } from '@app/occupations';
import { OrdersModule } from '@app/orders';
import { StaffModule } from '@app/staff';
import { TasksModule } from '@app/tasks';
import { ApprovedReviews } from './approved-reviews.js';
import { MarketReading } from './checks/market-reading.js';
import { RecomputedResults } from './checks/recomputed-results.js';
import { ReviewChecks } from './checks/review-checks.service.js';
import { PathChoosing } from './choosing/path-choosing.service.js';
import { Claims } from './decisions/claims.service.js';
import { DraftEdits } from './decisions/draft-edits.js';
import { Giving } from './decisions/giving.service.js';
import { ReviewService } from './decisions/review.service.js';
import { SecondApprovals } from './decisions/second-approvals.js';
import { DraftWriting } from './editing/draft-writing.service.js';
import { QueueView } from './queue/queue-view.entity.js';
import { QueueViews } from './queue/queue-views.js';
import { Instructions } from './instructions/instructions.service.js';
import { MadeVersion } from './editing/made-version.entity.js';
import { NextVersions } from './editing/next-versions.service.js';
import { ReturnedBlueprints } from './returned-blueprints.js';
import { ReviewForgetting } from './review-forgetting.js';
import { ReviewOpening } from './review-opening.service.js';
import { PageTick } from './workbench/page-tick.entity.js';
import { PageTicks } from './workbench/page-ticks.js';
import { ReadSentence } from './workbench/read-sentence.entity.js';
import { ReadSentences } from './workbench/read-sentences.js';
import { Review } from './review.entity.js';
import { ReviewJobs } from './review.jobs.js';

export const reviewEntities = [Review, PageTick, MadeVersion, QueueView, ReadSentence];

@Module({
  imports: [
    TypeOrmModule.forFeature(reviewEntities),
    AuditModule,
    StaffModule,
    TasksModule,
    OrdersModule,
    AssessmentModule,
    BlueprintModule,
    LabourMarketModule,
    OccupationsModule,
  ],
  providers: [
    ApprovedReviews,
    Claims,
    DraftEdits,
    DraftWriting,
    Giving,
    Instructions,
    MarketReading,
    NextVersions,
    PageTicks,
    QueueViews,
    PathChoosing,
    ReadSentences,
    RecomputedResults,
    ReturnedBlueprints,
    ReviewChecks,
    ReviewForgetting,
    ReviewJobs,
    ReviewOpening,
    ReviewService,
    SecondApprovals,
  ],
  exports: [
    ApprovedReviews,
    AuditModule,
    StaffModule,
    Claims,
    DraftEdits,
    DraftWriting,
    Giving,
    PageTicks,
    QueueViews,
    ReadSentences,
    Instructions,
    PathChoosing,
    ReviewChecks,
    ReviewForgetting,
    ReviewJobs,
    ReviewOpening,
    ReviewService,
    SecondApprovals,
  ],
})
export class ReviewModule {}
