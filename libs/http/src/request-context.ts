import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loggingTo } from '@app/log';

/** The request under way and its reply. */
export interface RequestContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being answered, or undefined outside one (boot, jobs). */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** Lets the page renderer and the log know the request without every controller passing it on. */
export function trackRequests(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, next) => {
    storage.run({ request, reply }, () => loggingTo(request.log, next));
  });
}
