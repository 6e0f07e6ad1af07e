import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { Audit } from './audit.service.js';

export const auditEntities = [AuditEntry];

/** Who did what, when and why: written in the transaction of the act, never changed afterwards. */
@Module({
  imports: [TypeOrmModule.forFeature(auditEntities)],
  providers: [Audit],
  exports: [Audit],
})
export class AuditModule {}
