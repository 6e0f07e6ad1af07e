import { ConfigError, loadEnvironment } from '@app/config';

/** Settings are read before anything else is: a start that is refused is refused at once, and has touched nothing. */
async function main(): Promise<void> {
  const environment = loadEnvironment();
  const { createDesk } = await import('./create-desk.js');
  const { serve } = await import('@app/http');
  await serve(await createDesk(environment), environment.DESK_PORT, environment.LISTEN_HOST);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
