import type Stripe from 'stripe';
import { money } from '../payments/money.js';
import { html } from '../wire/html.js';
import { pageShell } from '../wire/page-shell.js';

/** The bank's page of 3-D Secure, with the two answers a person can give. */
export function challengePage(session: Stripe.Checkout.Session): string {
  const total = money(session.amount_total ?? 0, session.currency ?? 'gbp');
  return pageShell(
    'Confirm with your bank',
    html`<section class="card narrow">
      <h1>Confirm with your bank</h1>
      <p>
        This is where your bank would ask whether you are paying <strong>${total}</strong>. That is 3-D
        Secure.
      </p>
      <form class="row" method="post" action="/c/pay/${session.id}/challenge">
        <button class="button" name="result" value="complete">Complete</button>
        <button class="button quiet" name="result" value="fail">Fail</button>
      </form>
    </section>`,
  );
}
