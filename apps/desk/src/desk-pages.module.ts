import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { DeskReadingModule } from '@app/desk-reading';
import { EvidenceModule } from '@app/evidence';
import { DeliveryModule } from '@app/delivery';
import { scheduleWatch } from '@app/jobs';
import { OrdersModule } from '@app/orders';
import { PaymentsModule } from '@app/payments';
import { StaffTasks, TasksModule } from '@app/tasks';
import { ReviewModule } from '@app/review';
import { StuckModule } from '@app/stuck';
import { StaffModule } from '@app/staff';
import { AccountController } from './account/account.controller.js';
import { DeskGuard } from './access/desk.guard.js';
import { InvitationController } from './access/invitation.controller.js';
import { SignInController } from './access/sign-in.controller.js';
import { SignInNeededFilter } from './access/sign-in-needed.filter.js';
import { ViewsLog } from './access/views-log.js';
import { AuditController } from './audit/audit.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { SourceController } from './evidence/source.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { JobsController } from './jobs/jobs.controller.js';
import { OrderActsController } from './orders/order-acts.controller.js';
import { OrderPage } from './orders/order-page.js';
import { PaperActsController } from './orders/paper-acts.controller.js';
import { OrdersController } from './orders/orders.controller.js';
import { PathsController } from './reviews/choosing/paths.controller.js';
import { PathsPage } from './reviews/choosing/paths-page.js';
import { DecisionsController } from './reviews/decisions.controller.js';
import { DecisionAttempt } from './reviews/decision-attempt.js';
import { EditController } from './reviews/editing/edit.controller.js';
import { EditPage } from './reviews/editing/edit-page.js';
import { InstructionsController } from './reviews/instructions/instructions.controller.js';
import { ComparePage } from './reviews/versions/compare-page.js';
import { PageWords } from './reviews/versions/page-words.js';
import { VersionsController } from './reviews/versions/versions.controller.js';
import { SecondController } from './reviews/second.controller.js';
import { DraftPictures } from './reviews/workbench/draft-pictures.js';
import { WorkbenchController } from './reviews/workbench/workbench.controller.js';
import { ReviewPage } from './reviews/review-page.js';
import { GiveController } from './reviews/queue/give.controller.js';
import { LiveController } from './reviews/queue/live.controller.js';
import { LiveQueue } from './reviews/queue/live-queue.js';
import { QueueController } from './reviews/queue/queue.controller.js';
import { QueuePage } from './reviews/queue/queue-page.js';
import { ViewsController } from './reviews/queue/views.controller.js';
import { ReviewController } from './reviews/review.controller.js';
import { StaffController } from './staff/staff.controller.js';
import { StuckController } from './stuck/stuck.controller.js';
import { TasksController } from './tasks/tasks.controller.js';

/** The pages of the desk, for an app that brings the settings and the database. */
@Module({
  imports: [
    AssessmentModule,
    OrdersModule,
    PaymentsModule,
    TasksModule,
    BlueprintModule,
    ReviewModule,
    StaffModule,
    DeliveryModule,
    EvidenceModule,
    StuckModule,
    DeskReadingModule,
  ],
  controllers: [
    SignInController,
    InvitationController,
    AccountController,
    StaffController,
    QueueController,
    GiveController,
    LiveController,
    ViewsController,
    ReviewController,
    DecisionsController,
    SecondController,
    EditController,
    PathsController,
    InstructionsController,
    VersionsController,
    WorkbenchController,
    OrdersController,
    OrderActsController,
    PaperActsController,
    TasksController,
    DeliveriesController,
    JobsController,
    FiguresController,
    StuckController,
    EvidenceController,
    SourceController,
    AuditController,
  ],
  providers: [
    ViewsLog,
    OrderPage,
    QueuePage,
    LiveQueue,
    ReviewPage,
    DraftPictures,
    EditPage,
    PathsPage,
    ComparePage,
    PageWords,
    DecisionAttempt,
    scheduleWatch(StaffTasks),
    { provide: APP_GUARD, useClass: DeskGuard },
    { provide: APP_FILTER, useClass: SignInNeededFilter },
  ],
})
export class DeskPagesModule {}
