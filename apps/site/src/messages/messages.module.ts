import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import { OccupationsModule } from '@app/occupations';
import { OrdersModule } from '@app/orders';
import { MessagesController } from './messages.controller.js';
import { PublicMessages } from '@app/messages';

/** Forms that reach staff: complaints, notices of cancellation, errors in a report. */
@Module({
  imports: [DeliveryModule, OccupationsModule, OrdersModule],
  providers: [PublicMessages],
  controllers: [MessagesController],
})
export class MessagesModule {}
