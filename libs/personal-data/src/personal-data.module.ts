import { Module } from '@nestjs/common';
import { AssessmentModule } from '@app/assessment';
import { BlueprintModule } from '@app/blueprint';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { ReviewModule } from '@app/review';
import { AssessmentErasure } from './erasure/assessment-erasure.js';
import { OrderErasure } from './erasure/order-erasure.js';

/** What a person may ask of us about their own data, and what is erased by itself when its time is over. */
@Module({
  imports: [AssessmentModule, BlueprintModule, DeliveryModule, OrdersModule, ReviewModule],
  providers: [AssessmentErasure, OrderErasure],
  exports: [AssessmentErasure, OrderErasure],
})
export class PersonalDataModule {}
