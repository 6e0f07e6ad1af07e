export { defineJob, type JobDefinition } from './job-definition.js';
export { enqueue, type EnqueueOptions } from './enqueue.js';
export { ScheduledTick } from './scheduled-tick.js';
export { type BoundJob, handle, type JobContext, type JobHandler } from './job-handler.js';
export { migrateJobs, type Schedule, startJobWorker } from './job-worker.js';
export { waitingKeys } from './waiting-keys.js';
export { type FailedJob, failedJobs, retryJob } from './failed-jobs.js';
