import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StaffTask } from './staff-task.entity.js';
import { StaffTasks } from './staff-tasks.js';
import { TaskForgetting } from './task-forgetting.js';

export const taskEntities = [StaffTask];

/** Work that waits for a person. Every lib may raise some, of the kinds in `TASK_KINDS`; none of the libs is known here. */
@Module({
  imports: [TypeOrmModule.forFeature(taskEntities)],
  providers: [StaffTasks, TaskForgetting],
  exports: [StaffTasks, TaskForgetting],
})
export class TasksModule {}
