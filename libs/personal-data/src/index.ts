export { AssessmentErasure } from './erasure/assessment-erasure.js';
export {
  type ErasureFacts,
  type ErasureRefusal,
  type ErasureStanding,
  erasureStanding,
} from './erasure/erasure-standing.js';
export { type ErasureReason, OrderErasure } from './erasure/order-erasure.js';
export { eraseOutOfTime, PersonalDataJobs } from './personal-data.jobs.js';
export { PersonalDataModule } from './personal-data.module.js';
export { orderRecordEnds } from './retention/order-record.js';
export { type RetentionCounts, RetentionRun } from './retention/retention-run.js';
