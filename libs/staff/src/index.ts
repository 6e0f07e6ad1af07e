export { SignInService, type SignInTry } from './sign-in/sign-in.service.js';
export {
  isStaffRole,
  type Permission,
  PERMISSIONS,
  permissionsOf,
  STAFF_ROLES,
  type StaffRole,
} from './staff-role.js';
export { type OpenSession, type SignedIn, StaffSessions } from './sign-in/staff-sessions.js';
export { Staff } from './staff.entity.js';
export { permissionsNow, staffName } from './staff.store.js';
export { StaffModule, staffEntities } from './staff.module.js';
export { AccountActs } from './accounts/account-acts.js';
export { OwnAccount, type Owner } from './accounts/own-account.js';
export { type AccountRow, type NewStaff, StaffService } from './accounts/staff.service.js';
export { Invitation } from './invitations/invitation.entity.js';
export { StaffJobs } from './invitations/invitation.jobs.js';
export { type Accepted, Invitations, type OpenInvitation } from './invitations/invitations.js';
export { Passkeys } from './second-factors/passkeys.js';
export { currentTotp, totpAt } from './second-factors/totp.js';
