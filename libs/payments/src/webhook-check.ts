import { HANDLED_EVENTS } from './handled-events.js';

/** A webhook endpoint of the account, as Stripe tells of it. */
export interface EndpointFacts {
  readonly url: string;
  readonly status: string;
  /** `*` stands for every type. */
  readonly enabled_events: readonly string[];
}

/** What is wrong with the account's webhooks for a site whose endpoint is `url`, in words; empty when all is well. */
export function webhookFaults(url: string, endpoints: readonly EndpointFacts[]): string[] {
  const ours = endpoints.filter((endpoint) => endpoint.url === url);
  const [endpoint] = ours;
  if (!endpoint)
    return [`Stripe has no webhook endpoint at ${url}. Add one with the events of docs/stripe.md.`];
  const enabled = new Set(endpoint.enabled_events);
  const missing = enabled.has('*') ? [] : HANDLED_EVENTS.filter((type) => !enabled.has(type));
  return [
    ...(ours.length > 1
      ? [`Stripe has ${ours.length} endpoints at ${url}; each event would arrive as often.`]
      : []),
    ...(endpoint.status === 'enabled'
      ? []
      : [`The endpoint at ${url} is ${endpoint.status}; nothing arrives.`]),
    ...missing.map((type) => `The event ${type} is not enabled at ${url}.`),
  ];
}
