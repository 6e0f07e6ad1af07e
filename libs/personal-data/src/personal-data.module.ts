import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { DeliveryModule } from '@app/delivery';
import { MessagesModule } from '@app/messages';
import { OrdersModule } from '@app/orders';
import { PaymentsModule } from '@app/payments';
import { ReviewModule } from '@app/review';
import { AssessmentErasure } from './erasure/assessment-erasure.js';
import { OrderErasure } from './erasure/order-erasure.js';
import { PersonalDataJobs } from './personal-data.jobs.js';
import { AssessmentRetention } from './retention/assessment-retention.js';
import { BlueprintRetention } from './retention/blueprint-retention.js';
import { OrderRemoval } from './retention/order-removal.js';
import { OrderRetention } from './retention/order-retention.js';
import { PaymentMessageRetention } from './retention/payment-message-retention.js';
import { PublicMessageRetention } from './retention/public-message-retention.js';
import { RetentionRun } from './retention/retention-run.js';

/** What a person may ask of us about their own data, and what is erased by itself when its time is over. */
@Module({
  imports: [
    AssessmentModule,
    BlueprintModule,
    DeliveryModule,
    MessagesModule,
    OrdersModule,
    PaymentsModule,
    ReviewModule,
  ],
  providers: [
    AssessmentErasure,
    AssessmentRetention,
    BlueprintRetention,
    OrderErasure,
    OrderRemoval,
    OrderRetention,
    PaymentMessageRetention,
    PublicMessageRetention,
    PersonalDataJobs,
    RetentionRun,
  ],
  exports: [AssessmentErasure, OrderErasure, PersonalDataJobs, RetentionRun],
})
export class PersonalDataModule {}
