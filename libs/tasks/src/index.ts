export { StaffTask } from './staff-task.entity.js';
export { type RaisedTask, StaffTasks } from './staff-tasks.js';
export { taskEntities, TasksModule } from './tasks.module.js';
