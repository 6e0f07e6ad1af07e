import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';
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

/** A strict policy: our own files alone, no inline script or style, framed by nobody. The same for every answer, so it is worked out once. */
export async function addSecurityHeaders(server: FastifyInstance, settings: HttpSettings): Promise<void> {
  const headers = {
    ...(await helmetHeaders(settings)),
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  };
  server.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
}

/** What Helmet sets for one request. It would make the policy and its own parts anew for each. */
async function helmetHeaders({ app, environment, secure }: HttpSettings): Promise<Record<string, string>> {
  const own = ["'self'"];
  const none = ["'none'"];
  const asked = Fastify();
  await asked.register(helmet, {
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
  asked.setNotFoundHandler((_request, reply) => reply.send(reply.raw.getHeaders()));
  const headers = (await asked.inject('/')).json<Record<string, string>>();
  await asked.close();
  return headers;
}
