import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type Stripe from 'stripe';
import { DataSource } from 'typeorm';
import { enqueue, jobParameters } from '@app/jobs';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { keptEvent } from './kept-event.js';
import { handleEvent } from './payment-job-definitions.js';
import { insertEvent, reopenEvent } from './stripe-event.store.js';
import { StripeGateway } from './stripe-gateway.js';

/** Takes in what Stripe sends: verified, stored once, answered at once. The work is done later by a job. */
@Injectable()
export class WebhookInbox {
  private readonly log = new Logger(WebhookInbox.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly gateway: StripeGateway,
  ) {}

  /**
   * @param rawBody the bytes as they came; a parsed and re-written body has another signature.
   * @throws DomainError `webhook_signature_invalid`, `webhook_wrong_mode`: both are answered 400, and nothing is stored.
   */
  async receive(rawBody: Buffer, signature: string): Promise<void> {
    const event = this.verified(rawBody, signature);
    const arrived = {
      id: event.id,
      type: event.type,
      livemode: event.livemode,
      payload: keptEvent(event),
      createdAt: new Date(event.created * 1000),
      receivedAt: this.clock.now(),
    };
    const job = jobParameters(handleEvent, { eventId: event.id }, { key: `stripe-event:${event.id}` });
    await insertEvent(this.source.manager, arrived, job);
  }

  /** Handles a stored event again, whatever came of it before. @throws DomainError `not_found`. */
  async replay(eventId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      if (!(await reopenEvent(manager, eventId)))
        throw new DomainError('not_found', 'There is no such event.');
      await enqueue(manager, handleEvent, { eventId }, { key: `stripe-event:${eventId}` });
    });
  }

  private verified(rawBody: Buffer, signature: string): Stripe.Event {
    try {
      const event = this.gateway.verifiedEvent(rawBody, signature);
      if (event.livemode === this.gateway.livemode) return event;
      throw new DomainError(
        'webhook_wrong_mode',
        `This event is of ${event.livemode ? 'live' : 'test'} mode; we are in the other.`,
      );
    } catch (error) {
      if (error instanceof DomainError)
        this.log.warn(`webhook refused: ${error.code} (${rawBody.byteLength} bytes)`);
      throw error;
    }
  }
}
