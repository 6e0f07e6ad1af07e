import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';
import { isDatabaseOutage } from './database-outage.js';
import { statusOf } from './error-status.js';
import { HttpSettings } from './http-options.js';
import { PageRenderer } from './page-renderer.js';
import { escapeHtml } from './safe-html.js';

/** What went wrong, in a form that may be shown: never a stack trace, a query or a secret. */
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly retryAfter?: number;
}

const WORDS: Readonly<Record<number, string>> = {
  400: 'The request could not be understood.',
  401: 'Please sign in first.',
  403: 'You may not do that here.',
  404: 'There is no page at this address.',
  405: 'This address cannot be used like that.',
  409: 'Something changed meanwhile, so this was not done.',
  410: 'What was here is no longer available.',
  413: 'What was sent is too large.',
  415: 'What was sent is in a form we cannot read.',
  422: 'Something in the form needs putting right.',
  429: 'There were too many tries in a short time.',
  500: 'Something went wrong on our side. It has been recorded.',
  503: 'We are unable to answer for a moment. Please try again shortly.',
};

const CLIENT_GONE: Problem = { status: 400, code: 'client_gone', detail: 'The request was broken off.' };

/** Every error ends here: a page for people, `application/problem+json` for programs, and one log line when the fault is ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly settings: HttpSettings,
    private readonly pages: PageRenderer,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    // Whoever asked went away before all of it was here: no fault of the database, whose lost connections have the same code.
    const problem = error === request.raw.errored ? CLIENT_GONE : toProblem(error);
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
    else request.log.info({ code: problem.code, status: problem.status }, 'request refused');
    if (reply.sent) return;
    const plain = problem.status === 404 ? plainAddress(request) : undefined;
    if (plain !== undefined) return void (await reply.redirect(plain, 301));
    for (const header of ['content-type', 'content-length', 'content-disposition', 'etag'])
      reply.removeHeader(header);
    if (problem.retryAfter !== undefined && !reply.hasHeader('retry-after'))
      reply.header('retry-after', String(problem.retryAfter));
    reply.status(problem.status).header('cache-control', 'no-store').header('vary', 'accept');
    if (wantsPage(request)) {
      await reply.type('text/html; charset=utf-8').send(await this.page(problem, request, reply));
    } else {
      await reply
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify(document(problem, request)));
    }
  }

  /** The app's own page for the status, else its general one; a bare page if even that fails. */
  private async page(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    try {
      return await this.pages.render(
        `${this.settings.app.name}/errors/error`,
        { ...problem, request_id: request.id, words: WORDS[problem.status] ?? '' },
        reply,
      );
    } catch (error) {
      request.log.error({ err: error }, 'the error page failed');
      return `<!doctype html><html lang="en-GB"><title>${problem.status}</title><h1>${problem.status}</h1><p>${escapeHtml(problem.detail)}</p>`;
    }
  }
}

function toProblem(error: unknown): Problem {
  if (error instanceof DomainError) {
    const status = statusOf(error.code);
    const after = error.details['retryAfterSeconds'];
    return {
      status,
      code: error.code,
      detail: status >= 500 && status !== 503 ? words(500) : error.message,
      ...(typeof after === 'number' ? { retryAfter: after } : status === 503 ? { retryAfter: 10 } : {}),
    };
  }
  if (isDatabaseOutage(error))
    return { status: 503, code: 'database_unavailable', detail: words(503), retryAfter: 5 };
  const status = httpStatus(error);
  return {
    status,
    code: `http_${status}`,
    detail: words(status),
    ...(status === 503 ? { retryAfter: 10 } : {}),
  };
}

function httpStatus(error: unknown): number {
  const given: unknown =
    error instanceof HttpException
      ? error.getStatus()
      : error instanceof Error
        ? (error as Error & { statusCode?: unknown }).statusCode
        : undefined;
  return typeof given === 'number' && given >= 400 && given < 600 ? given : 500;
}

const words = (status: number): string => WORDS[status] ?? (status >= 500 ? WORDS[500] : WORDS[400]) ?? '';

const document = ({ status, code, detail }: Problem, request: FastifyRequest): object => ({
  type: 'about:blank',
  title: words(status),
  status,
  code,
  detail,
  request_id: request.id,
});

/**
 * The address without a closing slash and in small letters, as all of ours are, when that is another one: people copy "/About/".
 * Only plain paths: "//else.where/" must not lead there.
 */
function plainAddress({ method, url }: FastifyRequest): string | undefined {
  const [, path = '', query = ''] = /^(\/[a-z0-9][\w./-]*)(\?.*)?$/i.exec(url) ?? [];
  const plain = path.toLowerCase().replace(/\/+$/, '');
  return (method === 'GET' || method === 'HEAD') && plain !== path ? plain + query : undefined;
}

/** Browsers name text/html; programs that name nothing, or JSON, get a document. */
const wantsPage = (request: FastifyRequest): boolean =>
  /text\/html|application\/xhtml\+xml/.test(request.headers.accept ?? '');
