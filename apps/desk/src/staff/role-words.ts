import type { StaffRole } from '@app/staff';

/** What each role is for, at the box that gives it. */
export const ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  reviewer: 'reads drafts and decides on them',
  approver: 'reviews, and confirms what another person approved',
  manager: 'does both, and everything to orders, emails and failed jobs',
  support: 'helps customers with orders and emails; sees no blueprint',
  auditor: 'reads everything, the audit log too; changes nothing',
  admin: 'looks after accounts and failed jobs; decides on no blueprint',
};
