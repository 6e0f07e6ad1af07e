import { Module } from '@nestjs/common';
import { OrdersModule } from '@app/orders';
import { OnTimeController } from './on-time.controller.js';

@Module({ imports: [OrdersModule], controllers: [OnTimeController] })
export class OnTimeModule {}
