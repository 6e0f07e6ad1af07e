import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { Audit } from '../audit/audit.service.js';
import { Staff } from './staff.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSession } from './staff-session.entity.js';
import { StaffSessions } from './staff-sessions.js';
import { SignInService } from './sign-in.service.js';

export const staffEntities = [Staff, StaffSession, AuditEntry];

/** Accounts, sessions and the audit log: the part of the desk that knows nothing of orders or blueprints. */
@Module({
  imports: [TypeOrmModule.forFeature(staffEntities)],
  providers: [Audit, StaffService, StaffSessions, SignInService],
  exports: [Audit, StaffService, StaffSessions, SignInService],
})
export class StaffModule {}
