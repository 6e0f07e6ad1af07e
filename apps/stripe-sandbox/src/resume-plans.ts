import type { INestApplicationContext } from '@nestjs/common';
import { Checkout } from './checkout/checkout.service.js';
import { SandboxStore } from './store/sandbox-store.js';

/** Plans again what kept sessions wait for: their end, or the money by bank. */
export function resumePlans(app: INestApplicationContext): void {
  const checkout = app.get(Checkout);
  for (const session of app.get(SandboxStore).sessions.oldestFirst()) checkout.watch(session);
}
