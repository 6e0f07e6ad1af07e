export { runs } from './runs.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { emptyTables } from './empty-tables.js';
export { FakeClock } from './fake-clock.js';
export { runJobs } from './run-jobs.js';
export { testEnvironment } from './test-environment.js';
export { AdzunaStandIn, AUTH_FAIL, DOCUMENTED, json, type Mood } from './adzuna-stand-in.js';
export { unexplainedRefusals } from './unexplained-refusals.js';
export { signatureOf, signedEvent, type SignedEvent } from './signed-event.js';
