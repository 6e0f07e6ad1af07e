import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffTask } from './staff-task.entity.js';
import { StaffTasks } from './staff-tasks.js';

export const taskEntities = [StaffTask];

/** Work that waits for a person. Every lib may raise some; none of them is known here. */
@Module({
  imports: [TypeOrmModule.forFeature(taskEntities)],
  providers: [StaffTasks],
  exports: [StaffTasks],
})
export class TasksModule {}
