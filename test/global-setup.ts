import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '../libs/database/src/embedded-server.ts';

/** One real PostgreSQL for the whole run; each test file takes a database of its own from it (see `@app/testing`). */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedServer(join(folder, 'data'));
  process.env['TEST_DATABASE_URL'] = server.url;
  (globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return async () => undefined;
}
