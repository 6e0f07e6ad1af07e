import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedServer } from '../libs/database/src/embedded-server.js';
import { roomyFolder } from './support/roomy-folder.js';

/** One real PostgreSQL for the whole run; each test file takes a database of its own from it (see `@app/testing`). */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(roomyFolder(), 'test-postgres-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer(join(folder, 'data'), { lasting: false });
  process.env['TEST_DATABASE_URL'] = server.url;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
