import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

const PRIVATE =
  /^(::1|::ffff:127\.|::ffff:10\.|::ffff:192\.168\.|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Counts and times of answers by route, at `/metrics`; only for callers on a private network who did not come through a proxy. */
export function addMetrics(server: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  server.addHook('onResponse', (request, reply, next) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1_000,
    );
    next();
  });
  server.get('/metrics', async (request, reply) => {
    if (!isPrivate(request)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

const isPrivate = ({ socket, headers }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined &&
  PRIVATE.test(socket.remoteAddress ?? '');
