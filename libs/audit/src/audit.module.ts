import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailModule } from '@app/mail';
import { AnchorReaders } from './anchor-readers.js';
import { AuditChain } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditKeys } from './audit-keys.js';
import { AuditJobs } from './audit.jobs.js';
import { Audit } from './audit.service.js';

export const auditEntities = [AuditEntry];

/** Who did what, when and why: written in the transaction of the act, never changed afterwards. */
@Module({
  imports: [TypeOrmModule.forFeature(auditEntities), MailModule],
  providers: [Audit, AuditKeys, AuditChain, AnchorReaders, AuditJobs],
  exports: [Audit, AuditChain, AnchorReaders, AuditJobs],
})
export class AuditModule {}
