import { createHash } from 'node:crypto';
import { Header } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** For pages that are the same for everyone: browsers and proxies may keep them. Such a page must not use `csrf_field`. */
export const PublicPage = ({ seconds = 300 }: { seconds?: number } = {}): MethodDecorator =>
  Header('cache-control', `public, max-age=${seconds}, stale-while-revalidate=${seconds * 12}`);

/** `no-store` unless a page says it is public; an ETag, and 304 for who has the page already, where it is. */
export function addCaching(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const control = reply.getHeader('cache-control');
    if (reply.statusCode >= 400 || reply.hasHeader('set-cookie') || control === undefined) {
      if (!(typeof control === 'string' && control.includes('immutable'))) reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    if (typeof payload !== 'string' || reply.statusCode !== 200 || !String(control).startsWith('public')) return done(null, payload);
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) {
      reply.status(304).removeHeader('content-length');
      return done(null, '');
    }
    return done(null, payload);
  });
}
