import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, StripeApi } from '../wire/stripe-api.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';

@StripeApi('events')
export class EventsController {
  constructor(private readonly store: SandboxStore) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Event> {
    const type = params.text('type');
    const types = params.texts('types', { max: 20 });
    const delivered = params.boolean('delivery_success');
    if (type !== undefined && types)
      throw invalidRequest('You may only specify one of these parameters: type, types.', 'types');
    const wanted = types ?? (type === undefined ? undefined : [type]);
    const found = this.store.events
      .newestFirst()
      .filter(
        (event) =>
          (wanted === undefined || wanted.some((pattern) => matches(event.type, pattern))) &&
          (delivered === undefined || (event.pending_webhooks === 0) === delivered),
      );
    return pageOf('/v1/events', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Event {
    const event = this.store.events.get(id);
    if (!event) throw noSuch('event', id, 'id', 404);
    return event;
  }
}

/** `charge.*` stands for every event of charges. */
const matches = (type: string, pattern: string): boolean =>
  pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
