import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageHeaders } from './page-headers.js';
import { messagePage } from './page-shell.js';
import './api-edge.js';
import { StripeApiError, type StripeErrorBody } from './stripe-error.js';

/** Answers every failure in Stripe's error shape, and a fault of the sandbox itself loudly in its log. */
@Catch()
export class StripeErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const { method, url } = request;
    const status = statusOf(error);
    if (status === undefined) console.error(error);
    if (url.startsWith('/c/')) return showPage(reply, status ?? 500);
    if (error instanceof StripeApiError) {
      request.keepAnswer = error.stored;
      void reply.status(error.status).send(error.body);
      return;
    }
    const body: StripeErrorBody =
      status === undefined
        ? { type: 'api_error', message: 'The sandbox failed; its log says why.' }
        : {
            type: 'invalid_request_error',
            message:
              status === 404 ? `Unrecognized request URL (${method}: ${url.split('?')[0]}).` : message(error),
          };
    void reply.status(status ?? 500).send({ error: body });
  }
}

/** On the pay page a person reads, not a client. */
function showPage(reply: FastifyReply, status: number): void {
  const text =
    status < 500
      ? 'What was sent cannot be read. Go back and try again.'
      : 'The sandbox failed; its log says why.';
  void reply.status(status).headers(pageHeaders([])).send(messagePage('Something is wrong', text));
}

/** Of Nest's and Fastify's own refusals (unknown path, body too large …); undefined for anything else. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof StripeApiError) return error.status;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error && 'statusCode' in error
        ? error.statusCode
        : undefined;
  return typeof status === 'number' && status < 500 ? status : undefined;
}

const message = (error: unknown): string =>
  error instanceof Error ? error.message : 'The request is not valid.';
