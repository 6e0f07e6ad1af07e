export { AnchorReaders, type AnchorAddresses } from './anchor-readers.js';
export { AuditChain, type ChainCheck } from './audit-chain.js';
export { AuditEntry } from './audit-entry.entity.js';
export { AuditKeys } from './audit-keys.js';
export { anchorAudit, anchorsIn, AuditJobs, tellAdmins } from './audit.jobs.js';
export { Audit, type AuditRecord } from './audit.service.js';
export { auditEntities, AuditModule } from './audit.module.js';
