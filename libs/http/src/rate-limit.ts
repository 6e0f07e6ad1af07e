import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '@app/kernel';

const LIMIT = 'http:rate-limit';
const MOST_KEYS = 50_000;

export interface RateLimitRule {
  /** Requests allowed from one address inside the window. */
  readonly limit: number;
  /** Length of the window. */
  readonly seconds: number;
}

/** Allows so many calls of one handler from one address; the next is answered 429 with Retry-After. */
export const RateLimit = (rule: RateLimitRule): MethodDecorator & ClassDecorator => SetMetadata(LIMIT, rule);

/** Counts in this process alone: several processes allow several times as much, which the limits leave room for. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly windows = new Map<string, { count: number; endsAt: number }>();

  constructor(private readonly reflector: Reflector) {}

  /** @throws DomainError `rate_limited` with `retryAfterSeconds`. */
  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const rule = this.reflector.getAllAndOverride<RateLimitRule | undefined>(LIMIT, [
      handler,
      context.getClass(),
    ]);
    if (!rule) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const left = this.count(
      `${context.getClass().name}.${handler.name}:${network(request.ip)}`,
      rule,
      Date.now(),
    );
    if (left === undefined) return true;
    context.switchToHttp().getResponse<FastifyReply>().header('retry-after', String(left));
    throw new DomainError(
      'rate_limited',
      'There were too many tries in a short time. Please wait a little and try again.',
      {
        retryAfterSeconds: left,
      },
    );
  }

  /** @returns undefined when allowed, else the seconds until the window ends. */
  count(key: string, { limit, seconds }: RateLimitRule, now: number): number | undefined {
    const window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      if (this.windows.size >= MOST_KEYS) this.forgetEnded(now);
      this.windows.set(key, { count: 1, endsAt: now + seconds * 1_000 });
      return undefined;
    }
    window.count += 1;
    return window.count > limit ? Math.ceil((window.endsAt - now) / 1_000) : undefined;
  }

  private forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.windows) if (endsAt <= now) this.windows.delete(key);
    // A flood from very many addresses: forget the oldest rather than grow without end.
    for (const key of this.windows.keys()) {
      if (this.windows.size < MOST_KEYS) return;
      this.windows.delete(key);
    }
  }
}

/** One household usually holds a whole IPv6 /64, so that is what is counted. */
export const network = (ip: string): string =>
  ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip;
