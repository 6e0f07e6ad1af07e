export { AssessmentErasure } from './erasure/assessment-erasure.js';
export { type ErasureFacts, type ErasureRefusal, type ErasureState } from './erasure/erasure-state.js';
export { HELD_PLACES, type HeldKind, type HeldPlace } from './held-places.js';
export { OrderErasure } from './erasure/order-erasure.js';
export { eraseOutOfTime, PersonalDataJobs } from './personal-data.jobs.js';
export { PersonalDataModule } from './personal-data.module.js';
export { orderRecordEnds } from './retention/order-record.js';
export { type RetentionCounts, RetentionRun } from './retention/retention-run.js';
