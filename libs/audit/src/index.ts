export { AuditEntry } from './audit-entry.entity.js';
export { Audit, type AuditRecord, type ChainCheck } from './audit.service.js';
export { auditEntities, AuditModule } from './audit.module.js';
