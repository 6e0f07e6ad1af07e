import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TryOut } from './testing/try-out.js';

describe('The state file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
  const stateFile = join(folder, 'state.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('keeps sessions, payments and answers over a restart, and what they wait for', async () => {
    const first = await TryOut.start({ stateFile, asyncPaymentMs: 3_600_000 });
    const paid = await first.paid();
    const waiting = await first.session({}, { idempotencyKey: 'kept' });
    await first.pay(waiting.id, { method: 'bank_succeeds_later' });
    await first.close();

    const second = await TryOut.start({ stateFile });
    try {
      expect(await second.stripe.checkout.sessions.retrieve(paid.id)).toMatchObject({
        payment_status: 'paid',
      });
      expect((await second.session({}, { idempotencyKey: 'kept' })).id).toBe(waiting.id);
      await second.control('/clock/advance', { ms: 3_600_000 });
      await second.hooks.event('checkout.session.async_payment_succeeded');
    } finally {
      await second.close();
    }
  });
});
