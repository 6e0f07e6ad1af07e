import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { MailModule } from '@app/mail';
import { OrdersModule } from '@app/orders';
import { PaymentsModule } from '@app/payments';
import { ReviewModule } from '@app/review';
import { ApprovedFiles } from './approved-files.js';
import { AssessmentEmails } from './assessment-emails.js';
import { AssessmentMessages } from './assessment-messages.js';
import { AttachedPapers } from './attached-papers.js';
import { BounceInbox } from './bounces/bounce-inbox.js';
import { Bounces } from './bounces/bounces.js';
import { DeliveredFiles } from './delivered-files.js';
import { Delivery } from './delivery.entity.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryForgetting } from './delivery-forgetting.js';
import { DeliveryJobs } from './delivery.jobs.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { DeliveryService } from './delivery.service.js';
import { DisputePacks } from './dispute-pack/dispute-packs.js';
import { Download, DownloadLink } from './download.entity.js';
import { MessageContents } from './message-content.js';
import { MessageReceipts } from './message-receipts.js';
import { OrderLinks } from './order-links.js';
import { OrderMessages } from './order-messages.js';
import { OrderNotices } from './order-notices.js';
import { Recalls } from './recalls.js';
import { RequestedEmails } from './requested-emails.js';
import { ResumeEmails } from './resume-emails.js';
import { SentAgain } from './sent-again.js';
import { SignedLinks } from './signed-links.js';
import { StaffLetters } from './staff-letters/staff-letters.js';

export const deliveryEntities = [Delivery, DeliveryAttempt, DownloadLink, Download];

@Module({
  imports: [
    TypeOrmModule.forFeature(deliveryEntities),
    AssessmentModule,
    OrdersModule,
    PaymentsModule,
    BlueprintModule,
    ReviewModule,
    MailModule,
  ],
  providers: [
    ApprovedFiles,
    AssessmentEmails,
    AssessmentMessages,
    AttachedPapers,
    BounceInbox,
    Bounces,
    DeliveredFiles,
    DeliveryAttempts,
    DeliveryForgetting,
    DeliveryJobs,
    DeliveryOutbox,
    DeliveryOutcomes,
    DeliveryService,
    DisputePacks,
    MessageContents,
    MessageReceipts,
    OrderLinks,
    OrderMessages,
    OrderNotices,
    Recalls,
    RequestedEmails,
    ResumeEmails,
    SentAgain,
    SignedLinks,
    StaffLetters,
  ],
  exports: [
    DeliveryForgetting,
    ApprovedFiles,
    BounceInbox,
    DeliveryJobs,
    DeliveryOutbox,
    DeliveryService,
    DisputePacks,
    MessageReceipts,
    OrderLinks,
    Recalls,
    RequestedEmails,
    ResumeEmails,
    SentAgain,
    SignedLinks,
    StaffLetters,
  ],
})
export class DeliveryModule {}
