import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { Staff } from './staff.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSession } from './staff-session.entity.js';
import { StaffSessions } from './staff-sessions.js';
import { SignInService } from './sign-in.service.js';

export const staffEntities = [Staff, StaffSession];

/** Accounts, second factors and sessions of the people who work here; knows nothing of orders or blueprints. */
@Module({
  imports: [TypeOrmModule.forFeature(staffEntities), AuditModule],
  providers: [StaffService, StaffSessions, SignInService],
  exports: [StaffService, StaffSessions, SignInService],
})
export class StaffModule {}
