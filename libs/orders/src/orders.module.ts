import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrderConsent } from './order-consent.entity.js';
import { OrderEvent } from './order-event.entity.js';
import { OrderJobs } from './order.jobs.js';
import { OnTimeRecord } from './on-time-record.js';
import { checkTransitions } from './order-transitions.js';
import { Order } from './order.entity.js';
import { OrdersService } from './orders.service.js';
import { StaffTask } from './staff-task.entity.js';
import { StaffTasks } from './staff-tasks.js';

export const orderEntities = [Order, OrderConsent, OrderEvent, StaffTask];

@Module({
  imports: [TypeOrmModule.forFeature(orderEntities)],
  providers: [OrdersService, OrderJobs, OnTimeRecord, StaffTasks],
  exports: [OrdersService, OrderJobs, StaffTasks, OnTimeRecord],
})
export class OrdersModule {
  constructor() {
    checkTransitions();
  }
}
