import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '../libs/database/src/embedded-server.js';

const MEMORY = '/dev/shm';
/** Bytes that the databases of a run may take at once, with a wide margin. */
const ROOM = 2 ** 30;

/** Where the data live: in memory where there is room. On a busy disk a database is cloned in a tenth to half of a second, there in 15 ms. */
function roomyFolder(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}

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
