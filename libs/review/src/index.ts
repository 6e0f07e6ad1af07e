export { permissionsOf, type Permission, STAFF_ROLES, type StaffRole } from './staff/staff-role.js';
export { Staff } from './staff/staff.entity.js';
export { type NewStaff, StaffService } from './staff/staff.service.js';
export { type SignInTry, SignInService } from './staff/sign-in.service.js';
export { type SignedIn, StaffSessions } from './staff/staff-sessions.js';
export { staffEntities, StaffModule } from './staff/staff.module.js';
export { currentTotp, totpAt } from './staff/totp.js';
export { Audit, type AuditRecord, type ChainCheck } from './audit/audit.service.js';
export { AuditEntry } from './audit/audit-entry.entity.js';
export { type CheckLevel, type CheckResult, worstOf } from './checks/check-result.js';
export { ReviewChecks } from './checks/review-checks.service.js';
export { runChecks } from './checks/run-checks.js';
export { relativeWords, shortDayTime } from './queue/due-words.js';
export {
  QUEUE_FILTERS,
  type QueueFilter,
  type QueuePage,
  ReviewQueue,
  type QueueRow,
} from './queue/review-queue.js';
export type { Actor } from './decisions/actor.js';
export { Claims } from './decisions/claims.service.js';
export { ReviewService } from './decisions/review.service.js';
export { type BlueprintVersion, type OrderFolder, type OrderHit, ReviewFolder } from './review-folder.js';
export { ReviewOpening } from './review-opening.service.js';
export { Review, type ReviewState } from './review.entity.js';
export { releaseStaleClaims, sendBlueprint, SendBlueprintPayload } from './review-jobs.definitions.js';
export { ReviewJobs } from './review.jobs.js';
export { reviewEntities, ReviewModule } from './review.module.js';
export { ReviewErasure } from './review-erasure.js';
