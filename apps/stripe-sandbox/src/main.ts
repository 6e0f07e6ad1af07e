import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ConfigError, loadEnvironment } from '@app/config';
import { startStripeSandbox } from './sandbox.js';

async function main(): Promise<void> {
  // `--state <file>` keeps sessions and payments between runs, as the local database is kept.
  const { values } = parseArgs({ options: { state: { type: 'string' } } });
  const environment = loadEnvironment();
  if (environment.NODE_ENV === 'production') {
    throw new ConfigError([
      'NODE_ENV=production: the Stripe sandbox takes no money and must never stand in for Stripe',
    ]);
  }
  const sandbox = await startStripeSandbox({
    port: environment.STRIPE_SANDBOX_PORT,
    host: environment.LISTEN_HOST,
    secretKey: environment.STRIPE_SECRET_KEY,
    webhookSecret: environment.STRIPE_WEBHOOK_SECRET,
    webhookUrl: environment.STRIPE_WEBHOOK_URL,
    stateFile: values.state,
  });
  console.log(`Stripe sandbox at ${sandbox.url}`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      sandbox.close().catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }
}

main().catch((error: unknown) => {
  console.error(
    error instanceof Error && (error instanceof ConfigError || 'code' in error) ? error.message : error,
  );
  process.exit(1);
});
