import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that cannot even be read (a broken % escape) never reach a route or a hook, so they are answered here. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const title = 'The address could not be understood.';
  void reply
    .code(error.statusCode ?? 400)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-request-id': request.id,
    })
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title,
        status: error.statusCode ?? 400,
        code: 'address_invalid',
        detail: title,
        request_id: request.id,
      }),
    );
}
