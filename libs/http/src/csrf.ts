import csrfProtection from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';
import type { HttpSettings } from './http-options.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The library's form of a token: salt and signature. */
const TOKEN = /^\w{8}-[\w-]{43}$/;
const made = new WeakMap<FastifyReply, string>();

/**
 * Signed double submit by `@fastify/csrf-protection`, without a session: a cookie holds a random value, and each form a salt and
 * HMAC(APP_SECRET, salt + cookie). Every tab's token stays good as long as the cookie lives, and compression never leaks it. Unsafe requests
 * that did not come from a form of ours are refused; webhooks prove themselves by signature.
 *
 * A reader who lost the cookie meanwhile (cleared, expired) is not punished: when the browser itself vouches that the form came from our own
 * pages (`Sec-Fetch-Site: same-origin`, which no script can forge), a well-formed token is enough.
 */
export async function protectForms(server: FastifyInstance, settings: HttpSettings): Promise<void> {
  const cookieKey = settings.cookieName('csrf');
  await server.register(csrfProtection, {
    cookieKey,
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secure },
    csrfOpts: { hmacKey: settings.environment.APP_SECRET },
    getToken: tokenOf,
    logLevel: 'info',
  });
  server.addHook('preHandler', function (request, reply, next) {
    if (SAFE_METHODS.has(request.method) || request.url.startsWith('/webhooks/')) return next();
    if (isFromElsewhere(request, settings.origin)) return next(refused());
    if (request.headers['sec-fetch-site'] === 'same-origin' && TOKEN.test(tokenOf(request))) return next();
    // The library answers by itself; Nest would turn that into a bare 403, so its refusal goes the way of ours.
    const refusing: unknown = Object.create(reply, {
      send: { value: (error: unknown) => next(inOurWords(error)) },
    });
    server.csrfProtection(request, refusing as FastifyReply, next);
  });
}

/** A token for the forms on the page being answered; sets the cookie when there is none. One for all forms of a page. */
export function formToken(reply: FastifyReply): string {
  const token = made.get(reply) ?? reply.generateCsrf();
  made.set(reply, token);
  return token;
}

function inOurWords(error: unknown): Error {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  if (code !== 'FST_CSRF_MISSING_SECRET') return refused();
  return new DomainError(
    'cookies_missing',
    'This form could not be accepted, because your browser did not send back our cookie “csrf”. Nothing was changed.',
  );
}

const refused = (): DomainError =>
  new DomainError(
    'csrf_invalid',
    'This form could not be accepted because it did not come from a page we gave you, or that page is too old. Nothing was changed.',
  );

/** Whether the browser says that another site sent the form. Programs, and old browsers, say nothing. */
function isFromElsewhere({ headers }: FastifyRequest, ownOrigin: string): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined || origin === 'null' || origin === ownOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers.host;
}

function tokenOf({ headers, body }: FastifyRequest): string {
  const header = headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const field: unknown = (body as Record<string, unknown> | null | undefined)?.['_csrf'];
  return typeof field === 'string' ? field : '';
}
