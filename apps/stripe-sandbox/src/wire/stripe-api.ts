import {
  applyDecorators,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  Post,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ExpandInterceptor } from './expand.interceptor.js';
import { Params } from './params.js';
import { paramsOf } from './params-of.js';

/** A controller of Stripe's API under `/v1/<path>`. */
export const StripeApi = (path: string): ClassDecorator =>
  applyDecorators(Controller(`v1/${path}`), UseInterceptors(ExpandInterceptor));

/** A POST of Stripe's API: it answers 200, also when it makes something. */
export const ApiPost = (path = ''): MethodDecorator => applyDecorators(Post(path), HttpCode(200));

/** The parameters of the call: the form of a POST, else the query. */
export const ApiParams = createParamDecorator((_: unknown, context: ExecutionContext): Params => {
  return new Params(paramsOf(context.switchToHttp().getRequest<FastifyRequest>()));
});
