import type { FastifyInstance } from 'fastify';
import { parseForm } from './form-body.js';
import { invalidRequest } from './stripe-error.js';

/** Reads forms (API and pay page) and JSON (control API); refuses the rest as Stripe does. */
export function readBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, parseForm(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (/^\/v\d/.test(request.url))
      return done(
        invalidRequest('Invalid request: send parameters form-encoded (application/x-www-form-urlencoded).'),
      );
    try {
      done(null, body === '' ? {} : (JSON.parse(String(body)) as unknown));
    } catch {
      done(invalidRequest('The body is not valid JSON.'));
    }
  });
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, {});
    done(invalidRequest('Invalid request: unsupported content type.'));
  });
}
