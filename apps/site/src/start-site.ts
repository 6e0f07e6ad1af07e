import { filesFault } from '@app/blueprint';
import type { Environment } from '@app/config';
import { createHttpApp, serve } from '@app/http';
import { AppModule } from './app.module.js';
import { paymentOrigins } from './payment-origins.js';

export async function startSite(environment: Environment): Promise<void> {
  const app = await createHttpApp(AppModule, environment, {
    name: 'site',
    fault: (database) => filesFault(database, environment),
    formTargets: paymentOrigins(environment),
  });
  await serve(app, environment.SITE_PORT, environment.LISTEN_HOST);
}
