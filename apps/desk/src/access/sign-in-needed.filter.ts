import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Nobody is signed in, or the session has ended. */
export class SignInNeeded extends Error {}

/** Leads to the sign-in page, and from there back to the page that was asked for. A form that was sent is not repeated. */
@Catch(SignInNeeded)
export class SignInNeededFilter implements ExceptionFilter {
  async catch(_error: SignInNeeded, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const next =
      request.method === 'GET' && request.url !== '/'
        ? `?next=${encodeURIComponent(request.url)}`
        : request.method === 'GET'
          ? ''
          : '?ended=1';
    for (const header of ['content-type', 'content-disposition']) reply.removeHeader(header);
    await reply.header('cache-control', 'no-store').redirect(`/sign-in${next}`, 303);
  }
}
