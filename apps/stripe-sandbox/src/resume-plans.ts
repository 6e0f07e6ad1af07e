import type { INestApplicationContext } from '@nestjs/common';
import { Checkout } from './checkout/checkout.service.js';
import { SandboxStore } from './store/sandbox-store.js';
import { WebhookSender } from './webhooks/webhook-sender.js';

/** Plans again what kept sessions wait for: their end, or the money by bank. */
export function resumePlans(app: INestApplicationContext): void {
  const checkout = app.get(Checkout);
  for (const session of app.get(SandboxStore).sessions.oldestFirst()) checkout.watch(session);
  const store = app.get(SandboxStore);
  const dropped = new Set(
    store.deliveries.oldestFirst().flatMap(({ outcome, event }) => (outcome === 'dropped' ? [event] : [])),
  );
  for (const event of store.events.oldestFirst()) {
    if (event.pending_webhooks > 0 && !dropped.has(event.id)) app.get(WebhookSender).send(event);
  }
}
