import 'reflect-metadata';
import { constants } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Environment } from '@app/config';
import { appLog, createLog, logModule } from '@app/log';
import { AssetStore } from './asset-store.js';
import { addCaching } from './caching.js';
import { protectForms } from './csrf.js';
import { Drain } from './drain.js';
import { HttpModule } from './http.module.js';
import { type HttpAppOptions, HttpSettings } from './http-options.js';
import { refuseAddress } from './refuse-address.js';
import { logAnswers } from './log-answers.js';
import { addMetrics } from './metrics.js';
import { PageCache } from './page-cache.js';
import { trackRequests } from './request-context.js';
import { addSecurityHeaders, bareHeaders } from './security-headers.js';

@Module({})
class RootModule {}

/**
 * A Nest application on Fastify with everything a public server needs: raw bodies for signatures, security headers, CSRF, caching,
 * compression, request ids, log lines without personal data, error pages, assets, health and metrics. It does not listen yet.
 */
export async function createHttpApp(
  appModule: Type<unknown> | DynamicModule,
  environment: Environment,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> {
  const settings = new HttpSettings(options, environment);
  const log = createLog(options.name, environment.LOG_LEVEL, options.logTo);
  const adapter = new FastifyAdapter({
    loggerInstance: log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address: string, hop: number) => hop < environment.TRUSTED_PROXIES,
    bodyLimit: options.bodyLimit ?? 262_144,
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // What still comes while it closes is answered, and its connection with it ends.
    return503OnClosing: false,
    genReqId: () => randomUUID(),
    frameworkErrors: refuseAddress(bareHeaders(environment.NODE_ENV === 'production')),
  });
  const root: DynamicModule = {
    module: RootModule,
    imports: [logModule(log), HttpModule.forApp(settings), appModule],
  };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    rawBody: true,
    logger: appLog(log),
    abortOnError: false,
  });
  await equip(app, settings);
  return app;
}

/** Order matters: an ETag is taken of the plain page, so caching comes before compression. */
async function equip(app: NestFastifyApplication, settings: HttpSettings): Promise<void> {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  app.get(Drain).watch(server);
  trackRequests(server);
  server.addHook('onRequest', (request, reply, next) => {
    reply.header('x-request-id', request.id);
    next();
  });
  logAnswers(server);
  await addSecurityHeaders(server, settings);
  await server.register(fastifyCookie);
  const cache = new PageCache();
  cache.answerFrom(server);
  addCaching(server, cache);
  await server.register(fastifyCompress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    // Quality 4 is as fast as gzip and a little smaller; 11, the default, takes longer than the page itself.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await protectForms(server, settings);
  app.get(AssetStore).serve(server);
  addMetrics(server);
}
