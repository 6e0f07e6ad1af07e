import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import { AssessmentPagesModule } from '../assessment/assessment-pages.module.js';
import { SendLinkController } from './send-link.controller.js';

/** What a person may ask of us about their own data. */
@Module({
  imports: [AssessmentPagesModule, DeliveryModule],
  controllers: [SendLinkController],
})
export class KeepingPagesModule {}
