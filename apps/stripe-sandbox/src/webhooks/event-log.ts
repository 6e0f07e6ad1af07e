import { Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { apiRequest } from '../store/request-context.js';
import { WebhookSender } from './webhook-sender.js';

type EventOf<T extends Stripe.Event['type']> = Extract<Stripe.Event, { type: T }>;

/** Writes down what happened and hands it to the webhook endpoint. */
@Injectable()
export class EventLog {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly sender: WebhookSender,
  ) {}

  /** Records `type` with a copy of `object` as it is now; `previous` holds the changed fields' earlier values. */
  emit<T extends Stripe.Event['type']>(
    type: T,
    object: EventOf<T>['data']['object'],
    previous?: EventOf<T>['data']['previous_attributes'],
  ): void {
    const request = apiRequest.getStore();
    const event = {
      id: newId('evt'),
      object: 'event',
      api_version: Stripe.API_VERSION,
      created: this.clock.seconds(),
      data: { object: snapshot(object), ...(previous && { previous_attributes: snapshot(previous) }) },
      livemode: false,
      pending_webhooks: 0,
      request: { id: request?.id ?? null, idempotency_key: request?.idempotencyKey ?? null },
      type,
    } as unknown as Stripe.Event;
    this.store.events.add(event);
    this.store.changed();
    this.sender.send(event);
  }
}

const snapshot = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
