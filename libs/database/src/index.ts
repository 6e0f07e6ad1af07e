export { type EmbeddedServer, freePort, startEmbeddedServer } from './embedded-server.js';
export { DatabaseModule, databaseOptions } from './database.module.js';
export { migrate } from './migrate.js';
export { migrations } from './migrations/index.js';
export { ADVISORY_LOCKS, type AdvisoryLock, lockUntilCommit } from './advisory-locks.js';
export { compareAndSet } from './compare-and-set.js';
export { schemaDrift } from './schema-drift.js';
export { moveRow } from './move-row.js';
export { pendingMigrations } from './pending-migrations.js';
