import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Expander } from './expand.js';
import { Params } from './params.js';
import { paramsOf } from './params-of.js';

/** Expands the answer of every API call by its `expand` parameter. */
@Injectable()
export class ExpandInterceptor implements NestInterceptor<object, object> {
  constructor(private readonly expander: Expander) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const paths = new Params(paramsOf(request)).texts('expand', { max: 20 }) ?? [];
    return next.handle().pipe(map((answer) => this.expander.expand(answer, paths)));
  }
}
