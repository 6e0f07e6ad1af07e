import { Module } from '@nestjs/common';
import { DeliveryModule } from '@app/delivery';
import { MailModule } from '@app/mail';
import { StaffModule } from '@app/staff';
import { TasksModule } from '@app/tasks';
import { StuckJobs } from './stuck.jobs.js';
import { StuckWork } from './stuck-work.js';

@Module({
  imports: [DeliveryModule, MailModule, StaffModule, TasksModule],
  providers: [StuckWork, StuckJobs],
  exports: [StuckWork, StuckJobs],
})
export class StuckModule {}
