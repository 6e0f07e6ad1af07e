import { readFileSync } from 'node:fs';
import { HANDLED_EVENTS } from './handled-events.js';
import { webhookFaults } from './webhook-check.js';

const url = 'https://pivotwise.example/webhooks/stripe';
const endpoint = { url, status: 'enabled', enabled_events: [...HANDLED_EVENTS] as string[] };

describe('the check of the account’s webhooks', () => {
  it('finds nothing where every event arrives once, one by one or all', () => {
    expect(webhookFaults(url, [endpoint])).toEqual([]);
    expect(webhookFaults(url, [{ ...endpoint, enabled_events: ['*'] }])).toEqual([]);
  });

  it('names an endpoint that is missing, switched off, there twice, or lacks an event', () => {
    expect(webhookFaults(url, [])[0]).toContain('no webhook endpoint at');
    expect(webhookFaults(url, [{ ...endpoint, status: 'disabled' }])[0]).toContain('is disabled');
    expect(webhookFaults(url, [endpoint, endpoint])[0]).toContain('2 endpoints');
    const without = {
      ...endpoint,
      enabled_events: HANDLED_EVENTS.filter((type) => type !== 'refund.failed'),
    };
    expect(webhookFaults(url, [without])).toEqual([`The event refund.failed is not enabled at ${url}.`]);
  });

  it('asks for the events that docs/stripe.md lists', () => {
    const listed = [...readFileSync('docs/stripe.md', 'utf8').matchAll(/^\| `([a-z_.]+)` \|/gm)].map(
      ([, type]) => type,
    );
    expect(listed).toEqual([...HANDLED_EVENTS]);
  });
});
