import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxOptions } from '../options.js';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { Delivery } from '../store/delivery.js';
import { signatureFor } from './signature.js';
import { WebhookSwitches } from './webhook-switches.js';

/** Sends events to the webhook endpoint: signed, retried with back-off, and as unkindly as the switches say. */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private held: Stripe.Event[] = [];
  private readonly stopping = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly options: SandboxOptions,
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly switches: WebhookSwitches,
  ) {}

  /** Takes a new event; what becomes of it is for the switches to say. */
  send(event: Stripe.Event): void {
    const { url, reorder, reorderWindowMs, duplicate, delayMs } = this.switches.get();
    if (url === null) return;
    event.pending_webhooks = 1;
    if (this.switches.takeDrop())
      return this.record(event, url, 1, { outcome: 'dropped', httpStatus: null, error: null });
    if (reorder) {
      this.held.push(event);
      this.clock.plan('webhooks:reorder', this.clock.now() + reorderWindowMs, () =>
        this.start(this.sendBackwards()),
      );
      return;
    }
    for (let copy = 1; copy <= duplicate; copy += 1) this.plan(event, copy, 1, delayMs);
  }

  /** Sends a stored event again, `times` times, whatever the switches for dropping and reordering say. */
  resend(event: Stripe.Event, times: number): void {
    for (let copy = 1; copy <= times; copy += 1) this.start(this.attempt(event, `again-${newId('copy')}`, 1));
  }

  /** Resolves when nothing is being sent right now; planned attempts are not waited for. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  forgetHeld(): void {
    this.held = [];
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.settled();
  }

  private plan(event: Stripe.Event, copy: number | string, attempt: number, delayMs: number): void {
    if (delayMs <= 0) return this.start(this.attempt(event, copy, attempt));
    const key = `webhook:${event.id}:${copy}`;
    this.clock.plan(key, this.clock.now() + delayMs, () => this.start(this.attempt(event, copy, attempt)));
  }

  private start(work: Promise<void>): void {
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
  }

  /** One after the other, so that the last event really arrives first. */
  private async sendBackwards(): Promise<void> {
    const events = this.held.reverse();
    this.held = [];
    const { duplicate } = this.switches.get();
    for (const event of events) {
      for (let copy = 1; copy <= duplicate; copy += 1) await this.attempt(event, copy, 1);
    }
  }

  private async attempt(event: Stripe.Event, copy: number | string, attempt: number): Promise<void> {
    const { url, attempts, retryMs } = this.switches.get();
    if (url === null || this.stopping.signal.aborted) return;
    const result = await this.post(url, event);
    if (this.stopping.signal.aborted) return;
    this.record(event, url, attempt, result);
    if (result.outcome === 'failed' && attempt < attempts)
      this.plan(event, copy, attempt + 1, retryMs * 2 ** (attempt - 1));
  }

  private async post(
    url: string,
    event: Stripe.Event,
  ): Promise<Pick<Delivery, 'outcome' | 'httpStatus' | 'error'>> {
    const { signature, livemode, timeoutMs } = this.switches.get();
    const payload = JSON.stringify({ ...event, livemode }, null, 2);
    const header = signatureFor(payload, this.options.webhookSecret, signature);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (local sandbox)',
          ...(header !== null && { 'stripe-signature': header }),
        },
        body: payload,
        signal: AbortSignal.any([this.stopping.signal, AbortSignal.timeout(timeoutMs)]),
      });
      await answer.arrayBuffer();
      return { outcome: answer.ok ? 'delivered' : 'failed', httpStatus: answer.status, error: null };
    } catch (error) {
      return { outcome: 'failed', httpStatus: null, error: reasonOf(error) };
    }
  }

  private record(
    event: Stripe.Event,
    url: string,
    attempt: number,
    result: Pick<Delivery, 'outcome' | 'httpStatus' | 'error'>,
  ): void {
    if (result.outcome === 'delivered') event.pending_webhooks = 0;
    this.store.deliveries.add({
      id: newId('whd'),
      event: event.id,
      type: event.type,
      url,
      attempt,
      at: this.clock.now(),
      ...result,
    });
    this.store.changed();
  }
}

/** fetch hides the cause ("connect ECONNREFUSED …") behind "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}
