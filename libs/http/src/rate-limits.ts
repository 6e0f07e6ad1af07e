import { createHmac } from 'node:crypto';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  type RateLimiterAbstract,
  RateLimiterRes,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';

/** How long a database that does not answer may hold a request up; milliseconds. */
const PATIENCE = 1_000;

export interface RateLimitRule {
  /** Requests allowed from one visitor inside the window. */
  readonly limit: number;
  /** Length of the window. */
  readonly seconds: number;
}

/**
 * Counts in the table `rate_limits`, so that every process of every app shares a limit. While the database is away each process counts
 * for itself: a limit is then looser by the number of processes, and no request waits longer than {@link PATIENCE}.
 */
export class RateLimits {
  private readonly limiters = new Map<string, Pick<RateLimiterAbstract, 'consume'>>();

  /** @param secret keys the hash under which a visitor is counted, so that the table holds no address. */
  constructor(
    private readonly secret: string,
    private readonly database?: DataSource,
  ) {}

  /** Counts one request. @returns undefined when allowed, else the seconds until the window ends. */
  async count(name: string, rule: RateLimitRule, visitor: string): Promise<number | undefined> {
    const key = createHmac('sha256', this.secret).update(`rate-limit:${visitor}`).digest('base64url');
    try {
      await this.limiter(name, rule).consume(key);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
      throw refusal;
    }
  }

  private limiter(name: string, { limit, seconds }: RateLimitRule): Pick<RateLimiterAbstract, 'consume'> {
    const known = this.limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: name, points: limit, duration: seconds };
    const alone = new RateLimiterMemory(options);
    const made = this.database
      ? new RLWrapperTimeouts({
          limiter: new RateLimiterPostgres({
            ...options,
            storeClient: this.database,
            storeType: 'typeorm',
            tableName: 'rate_limits',
            tableCreated: true,
            // One sweeper of expired rows a process is enough.
            clearExpiredByTimeout: this.limiters.size === 0,
          }),
          insuranceLimiter: alone,
          timeoutMs: PATIENCE,
        })
      : alone;
    this.limiters.set(name, made);
    return made;
  }
}
