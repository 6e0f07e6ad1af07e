import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { readBodies } from './wire/read-bodies.js';
import { SandboxOptions, type SandboxSettings } from './options.js';
import { resumePlans } from './resume-plans.js';
import { SandboxModule } from './sandbox.module.js';
import { ApiEdge } from './wire/api-edge.js';
import { StripeErrorFilter } from './wire/stripe-error.filter.js';

/** A running sandbox. */
export interface StripeSandbox {
  /** Where its API and control API are, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a local Stripe. @throws Error when the port is taken or the state file cannot be read. */
export async function startStripeSandbox(settings: SandboxSettings): Promise<StripeSandbox> {
  const options = new SandboxOptions(settings);
  const adapter = new FastifyAdapter({ bodyLimit: 1_048_576, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(SandboxModule.with(options), adapter, {
    bodyParser: false,
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.useGlobalFilters(new StripeErrorFilter());
  readBodies(adapter.getInstance());
  app.get(ApiEdge).attach(adapter.getInstance());
  await app.listen(options.port, options.host);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  if (options.publicUrl === '') options.publicUrl = `http://localhost:${port}`;
  resumePlans(app);
  return {
    url: `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${port}`,
    port,
    close: () => app.close(),
  };
}
