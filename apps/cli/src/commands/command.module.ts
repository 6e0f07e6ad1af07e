import { Module } from '@nestjs/common';
import { CalendarModule } from '@app/calendar';
import { ConfigModule } from '@app/config';
import { DatabaseModule } from '@app/database';
import { DeliveryModule } from '@app/delivery';
import { PaymentsModule } from '@app/payments';
import { ReviewModule } from '@app/review';

/** What commands that look after the product need of it. */
@Module({
  imports: [
    ConfigModule,
    DatabaseModule.forRoot(),
    CalendarModule,
    PaymentsModule,
    ReviewModule,
    DeliveryModule,
  ],
})
export class CommandModule {}
