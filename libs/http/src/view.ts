import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Header,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { publicFor } from './caching.js';
import { PageRenderer } from './page-renderer.js';

const HTML = 'text/html; charset=utf-8';
const PAGE = 'http:page';

/** A page to answer with; what a controller returns when it chooses the template or the status itself. See {@link view}. */
export class View {
  constructor(
    readonly template: string,
    readonly data: object,
    readonly status?: number,
    readonly seconds?: number,
  ) {}
}

/** Where to go next after a POST. See {@link seeOther}. */
export class SeeOther {
  constructor(
    readonly url: string,
    readonly status: 301 | 303,
  ) {}
}

/**
 * `return view('site/assessment/tasks', data, { status: 422 })`
 * @param seconds how long a public page may be kept, where that is only known when it is made.
 */
export const view = (
  template: string,
  data: object = {},
  { status, seconds }: { status?: number; seconds?: number } = {},
): View => new View(template, data, status, seconds);

/** `return seeOther('/assessment/tasks')`: the browser fetches the next page with GET, so that reloading it repeats nothing. */
export const seeOther = (url: string): SeeOther => new SeeOther(url, 303);

/** `return movedTo('/occupations/nurse')`: the old address is gone for good. */
export const movedTo = (url: string): SeeOther => new SeeOther(url, 301);

/** The handler's return value is the data of this template (unless it returns a {@link View} or {@link SeeOther}). */
export const Page = (template: string): MethodDecorator =>
  applyDecorators(SetMetadata(PAGE, template), Header('content-type', HTML));

/** Turns what handlers return into pages and redirects. Installed for every route of an app. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(
    private readonly pages: PageRenderer,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const template = this.reflector.get<string | undefined>(PAGE, context.getHandler());
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(mergeMap((result) => this.answer(result, template, reply)));
  }

  private async answer(result: unknown, template: string | undefined, reply: FastifyReply): Promise<unknown> {
    if (result instanceof SeeOther) {
      reply.removeHeader('content-type');
      reply.status(result.status).header('location', result.url);
      return '';
    }
    if (result instanceof View) {
      if (result.status !== undefined) reply.status(result.status);
      else if (reply.statusCode === 201) reply.status(200);
      reply.header('content-type', HTML);
      if (result.seconds !== undefined) reply.header('cache-control', publicFor(result.seconds));
      return await this.pages.render(result.template, result.data, reply);
    }
    if (template === undefined) return result;
    if (reply.statusCode === 201) reply.status(200);
    return await this.pages.render(template, result ?? {}, reply);
  }
}
