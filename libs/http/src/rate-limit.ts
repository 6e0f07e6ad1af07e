import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, network } from '@app/kernel';
import { RateLimits, type RateLimitRule } from './rate-limits.js';

const LIMIT = 'http:rate-limit';

interface Limit extends RateLimitRule {
  /** Counts this field of the form too (an account's email), so that many addresses together get no more tries at one account. */
  readonly account?: string;
}

/** Allows so many calls of one handler from one address; the next is answered 429 with Retry-After. */
export const RateLimit = (limit: Limit): MethodDecorator & ClassDecorator => SetMetadata(LIMIT, limit);

@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: RateLimits,
  ) {}

  /** @throws DomainError `rate_limited` with `retryAfterSeconds`. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const limit = this.reflector.getAllAndOverride<Limit | undefined>(LIMIT, [handler, context.getClass()]);
    if (!limit) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const name = `${context.getClass().name}.${handler.name}`;
    const account = limit.account === undefined ? undefined : fieldOf(request.body, limit.account);
    const waits = await Promise.all([
      this.limits.count(name, limit, network(request.ip)),
      ...(account ? [this.limits.count(`${name}/account`, limit, account)] : []),
    ]);
    const seconds = Math.max(0, ...waits.map((wait) => wait ?? 0));
    if (seconds === 0) return true;
    context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(seconds));
    throw new DomainError(
      'rate_limited',
      'There were too many tries in a short time. Please wait a little and try again.',
      { retryAfterSeconds: seconds },
    );
  }
}

function fieldOf(body: unknown, name: string): string | undefined {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value.trim().toLowerCase() : undefined;
}
