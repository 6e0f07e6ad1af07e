export { SignInService, type SignInTry } from './sign-in.service.js';
export { type Permission, STAFF_ROLES, type StaffRole, permissionsOf } from './staff-role.js';
export { type SignedIn, StaffSessions } from './staff-sessions.js';
export { Staff } from './staff.entity.js';
export { staffName } from './staff.store.js';
export { StaffModule, staffEntities } from './staff.module.js';
export { type NewStaff, StaffService } from './staff.service.js';
export { currentTotp, totpAt } from './totp.js';
