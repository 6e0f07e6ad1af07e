import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';
import type { HttpSettings } from './http-options.js';

const FIELD = '_csrf';
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const TOKEN = /^([\w-]{11})\.([\w-]{43})$/;

/**
 * Signed double submit. The cookie holds a random value; a form's token is a fresh salt with HMAC(APP_SECRET, salt + cookie), so that
 * compression never leaks it and every tab's token stays good as long as the cookie lives. Nothing is stored on the server.
 *
 * A reader who lost the cookie meanwhile (cleared, expired) is not punished: when the browser itself vouches that the form came from
 * our own pages (`Sec-Fetch-Site: same-origin`, which no script can forge), a well-formed token is enough.
 */
export class Csrf {
  constructor(private readonly settings: HttpSettings) {}

  /** A token for a form on the page being answered; sets the cookie when there is none. */
  token(request: FastifyRequest, reply: FastifyReply): string {
    const cookie = this.cookie(request) ?? this.issue(request, reply);
    const salt = randomBytes(8).toString('base64url');
    return `${salt}.${this.sign(salt, cookie)}`;
  }

  /** Refuses unsafe requests that did not come from a form of ours; webhooks prove themselves by signature. */
  protect(server: FastifyInstance): void {
    server.addHook('preHandler', (request, _reply, next) => {
      if (SAFE_METHODS.has(request.method) || request.url.startsWith('/webhooks/') || this.accepts(request))
        return next();
      next(
        new DomainError(
          'csrf_invalid',
          'This form could not be accepted because it did not come from a page we gave you, or that page is too old. Nothing was changed.',
        ) as Error,
      );
    });
  }

  private accepts(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site'];
    const origin = request.headers.origin;
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (
      origin !== undefined &&
      origin !== 'null' &&
      origin !== this.settings.origin &&
      !sameHost(origin, request.headers.host)
    )
      return false;
    const given = tokenOf(request);
    const [, salt, signature] = TOKEN.exec(given) ?? [];
    if (salt === undefined || signature === undefined) return false;
    const cookie = this.cookie(request);
    if (cookie !== undefined && equal(signature, this.sign(salt, cookie))) return true;
    return site === 'same-origin';
  }

  private cookie(request: FastifyRequest): string | undefined {
    const value = request.cookies[this.settings.cookieName('csrf')];
    return value !== undefined && /^[\w-]{22}$/.test(value) ? value : undefined;
  }

  private issue(request: FastifyRequest, reply: FastifyReply): string {
    const name = this.settings.cookieName('csrf');
    const value = randomBytes(16).toString('base64url');
    reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.secure,
    });
    request.cookies[name] = value;
    return value;
  }

  private sign(salt: string, cookie: string): string {
    return createHmac('sha256', this.settings.environment.APP_SECRET)
      .update(`csrf:${salt}:${cookie}`)
      .digest('base64url');
  }
}

function tokenOf(request: FastifyRequest): string {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const body: unknown = request.body;
  const field: unknown =
    body !== null && typeof body === 'object' ? (body as Record<string, unknown>)[FIELD] : undefined;
  return typeof field === 'string' ? field : '';
}

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
