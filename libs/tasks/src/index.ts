export { StaffTask } from './staff-task.entity.js';
export { type RaisedTask, StaffTasks, type TaskName } from './staff-tasks.js';
export { TaskForgetting } from './task-forgetting.js';
export {
  TASK_KINDS,
  type TaskAct,
  taskKind,
  type TaskKind,
  type TaskKindEntry,
  type TaskOwner,
} from './task-kinds.js';
export { taskEntities, TasksModule } from './tasks.module.js';
