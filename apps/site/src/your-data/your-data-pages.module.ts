import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { AuditModule } from '@app/audit';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { PaymentsModule } from '@app/payments';
import { PersonalDataModule } from '@app/personal-data';
import { DeskReadingModule } from '@app/desk-reading';
import { AssessmentPagesModule } from '../assessment/assessment-pages.module.js';
import { AssessmentDataController } from './assessment-data.controller.js';
import { PersonalExports } from './exports/personal-exports.js';
import { OrderDataController } from './order-data.controller.js';
import { SendLinkController } from './send-link.controller.js';

/** What a person may ask of us about their own data: a link by email, a copy, erasure. */
@Module({
  imports: [
    AssessmentModule,
    AssessmentPagesModule,
    AuditModule,
    DeliveryModule,
    OrdersModule,
    PaymentsModule,
    PersonalDataModule,
    DeskReadingModule,
  ],
  controllers: [AssessmentDataController, OrderDataController, SendLinkController],
  providers: [PersonalExports],
})
export class YourDataPagesModule {}
