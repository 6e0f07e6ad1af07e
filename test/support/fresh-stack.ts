import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../apps/cli/src/local/local-ports.js';
import { type LocalStack, startLocalStack } from '../../apps/cli/src/local/local-stack.js';
import { roomyFolder } from './roomy-folder.js';

/** The whole product on free ports with an empty database; `stop` removes every trace. */
export async function freshStack(environment: Readonly<Record<string, string>> = {}): Promise<LocalStack> {
  const folder = mkdtempSync(join(roomyFolder(), 'stack-'));
  const { DATABASE_URL: _database, STRIPE_SECRET_KEY: _stripe, SMTP_URL: _smtp, ...outer } = process.env;
  const stack = await startLocalStack({
    folder,
    ports: await freePorts(),
    environment: { ...outer, LOG_LEVEL: 'warn', ...environment },
    progress: () => undefined,
    onCrash: (message) => console.error(message),
  });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
