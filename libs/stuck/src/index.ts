export type { JobGroup } from './job-cause.js';
export { type Stuck, StuckWork } from './stuck-work.js';
export { StuckJobs, tellStaff } from './stuck.jobs.js';
export { StuckModule } from './stuck.module.js';
