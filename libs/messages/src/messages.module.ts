import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { TasksModule } from '@app/tasks';
import { MessageForgetting } from './message-forgetting.js';
import { PublicMessages } from './public-messages.js';

@Module({
  imports: [DeliveryModule, OrdersModule, TasksModule],
  providers: [MessageForgetting, PublicMessages],
  exports: [MessageForgetting, PublicMessages],
})
export class MessagesModule {}
