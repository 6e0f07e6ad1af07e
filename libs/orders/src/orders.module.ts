import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { TasksModule } from '@app/tasks';
import { ActRunner } from './acts/act-runner.js';
import { OrderBlocker } from './blockers/order-blocker.entity.js';
import { Corrections } from './corrections.js';
import { OnTimeRecord } from './on-time-record.js';
import { OrderBlockers } from './order-blockers.js';
import { OrderForgetting } from './order-forgetting.js';
import { OrderChoice } from './order/order-choice.entity.js';
import { OrderConsent } from './order/order-consent.entity.js';
import { OrderEvent } from './order/order-event.entity.js';
import { Order } from './order/order.entity.js';
import { OrderJobs } from './order.jobs.js';
import { OrdersService } from './orders.service.js';
import { PromiseWatch } from './promise-watch.js';
import { Rechecks } from './recheck/rechecks.js';

export const orderEntities = [Order, OrderBlocker, OrderChoice, OrderConsent, OrderEvent];

@Module({
  imports: [TypeOrmModule.forFeature(orderEntities), AuditModule, TasksModule],
  providers: [
    ActRunner,
    Corrections,
    OnTimeRecord,
    OrderBlockers,
    OrderForgetting,
    OrderJobs,
    OrdersService,
    PromiseWatch,
    Rechecks,
  ],
  exports: [
    ActRunner,
    Corrections,
    OnTimeRecord,
    OrderBlockers,
    OrderForgetting,
    OrderJobs,
    OrdersService,
    PromiseWatch,
    Rechecks,
    TasksModule,
  ],
})
export class OrdersModule {}
