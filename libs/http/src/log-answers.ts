import type { FastifyInstance } from 'fastify';

/** One line for each answer, with its route as a pattern, since paths may hold secrets. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, next) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    );
    next();
  });
}
