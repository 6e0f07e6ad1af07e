import type Stripe from 'stripe';
import { money } from '../payments/money.js';
import { spaced, TEST_CARDS } from '../payments/test-cards.js';
import { html, type Html } from '../wire/html.js';
import { pageShell } from '../wire/page-shell.js';
import type { PayError, PayValues } from './pay-form.js';

export interface PayPageData {
  readonly session: Stripe.Checkout.Session;
  readonly items: readonly Stripe.LineItem[];
  readonly values: PayValues;
  readonly errors: readonly PayError[];
  /** A refusal that belongs to no field: the bank said no. */
  readonly refusal: string | undefined;
  /** Whether the session may be paid by bank. */
  readonly delayed: boolean;
}

export function payPage(data: PayPageData): string {
  const total = money(data.session.amount_total ?? 0, data.session.currency ?? 'gbp');
  return pageShell(
    `Pay ${total}`,
    html`${problems(data.errors, data.refusal)}
      <div class="columns">
        <section class="summary" aria-label="Your order">${summary(data, total)}</section>
        <section class="card">${form(data)}</section>
      </div>`,
  );
}

function summary({ session, items, errors, values }: PayPageData, total: string): Html {
  const currency = session.currency ?? 'gbp';
  const off = session.total_details?.amount_discount ?? 0;
  const rows = items.map(
    (item) =>
      html`<tr>
        <th scope="row">${item.description}${(item.quantity ?? 1) > 1 && html` × ${item.quantity}`}</th>
        <td>${money(item.amount_subtotal, currency)}</td>
      </tr>`,
  );
  const error = errors.find(({ field }) => field === 'promotion_code');
  const code =
    session.allow_promotion_codes === true &&
    html`<form class="code" method="post" action="/c/pay/${session.id}/code" novalidate>
      <label for="promotion_code">Promotion code</label>
      ${error && html`<p class="error" id="promotion_code-error">${error.message}</p>`}
      <div class="row">
        <input
          id="promotion_code"
          name="promotion_code"
          autocomplete="off"
          value="${values.promotion_code}"
          ${described(error)}
        /><button class="quiet">Apply</button>
      </div>
    </form>`;
  return html`<p class="label">To pay</p>
    <p class="total">${total}</p>
    <table>
      <tbody>
        ${rows}${
          off > 0 &&
          html`<tr class="off">
            <th scope="row">Discount</th>
            <td>−${money(off, currency)}</td>
          </tr>`
        }
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>${total}</td>
        </tr>
      </tfoot>
    </table>
    ${code} ${session.cancel_url && html`<p><a href="${session.cancel_url}">Cancel and go back</a></p>`}`;
}

function form({ session, values, errors, delayed }: PayPageData): Html {
  const field = (name: keyof PayValues, label: string, attributes: Html): Html => {
    const error = errors.find((candidate) => candidate.field === name);
    return html`<div class="field">
      <label for="${name}">${label}</label
      >${error && html`<p class="error" id="${name}-error">${error.message}</p>`}<input
        id="${name}"
        name="${name}"
        value="${values[name]}"
        ${attributes}${described(error)}
      />
    </div>`;
  };
  const free = session.amount_total === 0;
  const choice = (value: string, label: string, id: string): Html =>
    html`<label class="choice" for="${id}"
      ><input
        type="radio"
        id="${id}"
        name="method"
        value="${value}"
        ${values.method === value && html` checked`}
      />
      ${label}</label
    >`;
  const card = html`<fieldset>
      <legend>How to pay</legend>
      ${choice('card', 'Card', 'method')}
      ${delayed && choice('bank_succeeds_later', 'Pay by bank (settles later): the money arrives after a few seconds', 'method-later')}
      ${delayed && choice('bank_fails_later', 'Pay by bank (settles later): the bank refuses after a few seconds', 'method-fails')}
    </fieldset>
    <h2>Card</h2>
    ${field('card_number', 'Card number', html`inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242"`)}
    <div class="pair">
      ${field('expiry', 'Expiry (MM/YY)', html`inputmode="numeric" autocomplete="cc-exp" placeholder="12/34"`)}
      ${field('cvc', 'Security code (CVC)', html`inputmode="numeric" autocomplete="cc-csc" placeholder="123"`)}
    </div>`;
  return html`<form method="post" action="/c/pay/${session.id}" novalidate>
      <h1>${free ? 'Nothing to pay' : 'Pay'}</h1>
      ${field('email', 'Email', html`type="email" autocomplete="email"${session.customer_email !== null && html` readonly`}`)}
      ${!free && card}
      ${field('name', free ? 'Name (optional)' : 'Name on card', html`autocomplete="cc-name"`)}
      <button class="button" type="submit">${free ? 'Complete order' : 'Pay'}</button>
    </form>
    ${!free && cardList()}`;
}

function problems(errors: readonly PayError[], refusal: string | undefined): Html | false {
  if (errors.length === 0 && refusal === undefined) return false;
  const lines = errors.map((error) => html`<li><a href="#${error.field}">${error.message}</a></li>`);
  return html`<div class="problems" role="alert">
    <p><strong>${refusal ?? 'Please look at this again.'}</strong></p>
    ${
      lines.length > 0 &&
      html`<ul>
        ${lines}
      </ul>`
    }
  </div>`;
}

function cardList(): Html {
  const rows = TEST_CARDS.map(
    (card) =>
      html`<tr>
        <td><code>${spaced(card.number)}</code></td>
        <td>${card.label}</td>
      </tr>`,
  );
  return html`<details open>
    <summary>Test cards</summary>
    <p class="hint">Any future date and any three digits will do.</p>
    <table class="cards">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col">What happens</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`;
}

const described = (error: PayError | undefined): Html | undefined =>
  error && html` aria-invalid="true" aria-describedby="${error.field}-error"`;
