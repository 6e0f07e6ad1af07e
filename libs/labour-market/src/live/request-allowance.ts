import type { Clock } from '@app/kernel';

const DAY = 24 * 3600_000;
const MINUTE = 60_000;

export interface AllowanceSettings {
  /** Requests within any minute, and within any 24 hours. */
  readonly aMinute: number;
  readonly aDay: number;
}

/** Keeps to what the source allows one account, so that a crawler over all pages cannot use it up in an hour and get us locked out. */
export class RequestAllowance {
  /** When each request of the last day was made, oldest first. */
  private readonly made: number[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly settings: AllowanceSettings,
  ) {}

  count(): void {
    this.made.push(this.now());
  }

  /** True when so many requests may be made now. */
  hasRoomFor(requests: number): boolean {
    const now = this.now();
    while (this.made[0] !== undefined && now - this.made[0] >= DAY) this.made.shift();
    const lately = this.made.filter((at) => now - at < MINUTE).length;
    return this.made.length + requests <= this.settings.aDay && lately + requests <= this.settings.aMinute;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
