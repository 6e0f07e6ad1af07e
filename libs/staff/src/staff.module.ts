import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@app/audit';
import { MailModule } from '@app/mail';
import { AccountActs } from './accounts/account-acts.js';
import { AdminAddresses } from './accounts/admin-addresses.js';
import { OwnAccount } from './accounts/own-account.js';
import { StaffService } from './accounts/staff.service.js';
import { Invitation } from './invitations/invitation.entity.js';
import { StaffJobs } from './invitations/invitation.jobs.js';
import { Invitations } from './invitations/invitations.js';
import { Passkey } from './second-factors/passkey.entity.js';
import { PasskeyChallenge } from './second-factors/passkey-challenge.entity.js';
import { Passkeys } from './second-factors/passkeys.js';
import { RecoveryCode } from './second-factors/recovery-code.entity.js';
import { SecondFactors } from './second-factors/second-factors.js';
import { LockOut } from './sign-in/lock-out.js';
import { SignInFailure } from './sign-in/sign-in-failure.entity.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { StaffSession } from './sign-in/staff-session.entity.js';
import { StaffSessions } from './sign-in/staff-sessions.js';
import { Staff } from './staff.entity.js';

export const staffEntities = [
  Staff,
  StaffSession,
  SignInFailure,
  Invitation,
  RecoveryCode,
  Passkey,
  PasskeyChallenge,
];

/** Accounts, second factors and sessions of the people who work here; knows nothing of orders or blueprints. */
@Module({
  imports: [TypeOrmModule.forFeature(staffEntities), AuditModule, MailModule],
  providers: [
    StaffService,
    StaffSessions,
    SignInService,
    LockOut,
    Passkeys,
    SecondFactors,
    Invitations,
    StaffJobs,
    AccountActs,
    OwnAccount,
    AdminAddresses,
  ],
  exports: [
    StaffService,
    StaffSessions,
    SignInService,
    Passkeys,
    Invitations,
    StaffJobs,
    AccountActs,
    OwnAccount,
  ],
})
export class StaffModule {}
