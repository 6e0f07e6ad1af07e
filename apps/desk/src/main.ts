import { ConfigError, loadEnvironment } from '@app/config';
import { createDesk } from './create-desk.js';

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const app = await createDesk(environment);
  await app.listen(environment.DESK_PORT, environment.LISTEN_HOST);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
