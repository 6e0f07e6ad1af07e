import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrderConsent } from './order-consent.entity.js';
import { OrderEvent } from './order-event.entity.js';
import { OrderJobs } from './order.jobs.js';
import { OnTimeRecord } from './on-time-record.js';
import { checkTransitions } from './order-transitions.js';
import { Order } from './order.entity.js';
import { OrdersService } from './orders.service.js';
import { TasksModule } from '@app/tasks';

export const orderEntities = [Order, OrderConsent, OrderEvent];

@Module({
  imports: [TypeOrmModule.forFeature(orderEntities), TasksModule],
  providers: [OrdersService, OrderJobs, OnTimeRecord],
  exports: [OrdersService, OrderJobs, OnTimeRecord, TasksModule],
})
export class OrdersModule {
  constructor() {
    checkTransitions();
  }
}
