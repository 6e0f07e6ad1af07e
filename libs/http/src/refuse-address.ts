import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';

type Refuse = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => void;

/**
 * Addresses that cannot even be read (a broken % escape) never reach a route or a hook, so they are answered here.
 * @param headers that every answer carries.
 */
export const refuseAddress =
  (headers: Readonly<Record<string, string>>): Refuse =>
  (error, request, reply) => {
    const title = 'The address could not be understood.';
    void reply
      .code(error.statusCode ?? 400)
      .headers({ ...headers, 'cache-control': 'no-store', 'x-request-id': request.id })
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
  };
