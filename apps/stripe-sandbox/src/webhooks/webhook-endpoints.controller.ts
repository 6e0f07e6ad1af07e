import { Get } from '@nestjs/common';
import type Stripe from 'stripe';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, StripeApi } from '../wire/stripe-api.js';
import { WebhookSwitches } from './webhook-switches.js';

/** The one endpoint that the sandbox sends to, if it has one; it gets every event. */
@StripeApi('webhook_endpoints')
export class WebhookEndpointsController {
  constructor(private readonly switches: WebhookSwitches) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.WebhookEndpoint> {
    const { url } = this.switches.get();
    return pageOf('/v1/webhook_endpoints', url === null ? [] : [endpoint(url)], params);
  }
}

const endpoint = (url: string): Stripe.WebhookEndpoint => ({
  id: 'we_sandbox',
  object: 'webhook_endpoint',
  api_version: null,
  application: null,
  created: 0,
  description: null,
  enabled_events: ['*'],
  livemode: false,
  metadata: {},
  status: 'enabled',
  url,
});
