import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { HttpSettings } from './http-options.js';

const YEAR = 31_536_000;
const HSTS = { maxAge: 2 * YEAR, includeSubDomains: true };

/** For answers that come before any hook can set a header. */
export const bareHeaders = (production: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  ...(production && { 'strict-transport-security': `max-age=${HSTS.maxAge}; includeSubDomains` }),
});

/** A strict policy: our own files alone, no inline script or style, framed by nobody. */
export async function addSecurityHeaders(
  server: FastifyInstance,
  { app, environment, secure }: HttpSettings,
): Promise<void> {
  const own = ["'self'"];
  const none = ["'none'"];
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: none,
        scriptSrc: own,
        styleSrc: own,
        fontSrc: own,
        imgSrc: [...own, 'data:'],
        connectSrc: own,
        manifestSrc: own,
        frameSrc: none,
        objectSrc: none,
        formAction: [...own, ...(app.formTargets ?? [])],
        frameAncestors: none,
        baseUri: none,
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: environment.NODE_ENV === 'production' ? HSTS : false,
    frameguard: { action: 'deny' },
    // Links carry secrets in their path (order page, download), so other sites learn nothing of where a reader came from.
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  server.addHook('onRequest', (_request, reply, next) => {
    reply.header(
      'permissions-policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    );
    next();
  });
}
