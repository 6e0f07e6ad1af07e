import { createHash } from 'node:crypto';
import { Header } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { PageCache } from './page-cache.js';

/** For pages that are the same for everyone: browsers, proxies and this process may keep them. Such a page must not use `csrf_field`. */
export const PublicPage = ({ seconds = 300 }: { seconds?: number } = {}): MethodDecorator =>
  Header('cache-control', publicFor(seconds));

export const publicFor = (seconds: number): string => `public, max-age=${Math.max(0, Math.floor(seconds))}`;

/** `no-store` unless a page says it is public; an ETag, and 304 for who has the page already, where it is. */
export function addCaching(server: FastifyInstance, cache: PageCache): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    const control = reply.getHeader('cache-control');
    const open = typeof control === 'string' && control.startsWith('public');
    if (!open || reply.statusCode >= 400 || reply.hasHeader('set-cookie')) {
      reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    if (reply.statusCode !== 200 || reply.hasHeader('age')) return done(null, payload);
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', tag);
    // Files are kept by who makes them.
    if (request.method === 'GET' && typeof payload === 'string')
      cache.store(request.url, payload, reply, Date.now());
    if (request.headers['if-none-match']?.split(/,\s*/).includes(tag)) {
      reply.status(304).removeHeader('content-length');
      return done(null, '');
    }
    return done(null, payload);
  });
}
