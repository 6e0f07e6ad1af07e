import type { FastifyInstance, FastifyRequest } from 'fastify';

/**
 * A route for a machine that signs the bytes it sends, and sends many: they come as they were sent, of whatever type they say they are, and are
 * not read as JSON before they are known to be genuine. What holds for every answer (headers, log, limits of size, error pages) holds here; guards,
 * pipes and interceptors do not, which take longer than all of it. To be called while the app starts.
 */
export function takeBytes(
  server: FastifyInstance,
  url: string,
  take: (bytes: Buffer, headers: FastifyRequest['headers']) => Promise<object>,
): void {
  server.register((route, _options, registered) => {
    route.removeAllContentTypeParsers();
    route.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    route.post(url, { compress: false }, ({ body, headers }) =>
      take(Buffer.isBuffer(body) ? body : Buffer.alloc(0), headers),
    );
    registered();
  });
}
