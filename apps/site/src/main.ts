import { ConfigError, loadEnvironment } from '@app/config';
import { createHttpApp } from '@app/http';
import { AppModule } from './app.module.js';
import { paymentOrigins } from './payment-origins.js';

async function main(): Promise<void> {
  const environment = loadEnvironment();
  const app = await createHttpApp(AppModule, environment, {
    name: 'site',
    formTargets: paymentOrigins(environment),
  });
  await app.listen(environment.SITE_PORT, environment.LISTEN_HOST);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
