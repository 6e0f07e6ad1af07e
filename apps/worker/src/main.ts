import { ConfigError, loadEnvironment } from '@app/config';

/** Settings are read before anything else is: a start that is refused is refused at once, and has touched nothing. */
async function main(): Promise<void> {
  const environment = loadEnvironment();
  const { runWorker } = await import('./run-worker.js');
  await runWorker(environment);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
