import type { FormObject } from '../wire/form-body.js';
import { testCard } from '../payments/test-cards.js';
import type { CardDetails, Payer } from '../payments/payer.js';

/** What was typed, kept so that the page can show it again. */
export interface PayValues {
  readonly email: string;
  readonly name: string;
  readonly method: string;
  readonly card_number: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly promotion_code: string;
}

export interface PayError {
  readonly field: keyof PayValues;
  readonly message: string;
}

/** A complete form: who pays, and with what. */
export type PayOrder = { readonly payer: Payer } & (
  | { readonly method: 'card'; readonly details: CardDetails }
  | { readonly method: 'bank_succeeds_later' | 'bank_fails_later' }
  | { readonly method: 'nothing' }
);

/** Takes the fields of the page out of a form body; anything else is left. */
export function payValues(body: FormObject): PayValues {
  const field = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim().slice(0, 500) : '';
  };
  return {
    email: field('email'),
    name: field('name'),
    method: field('method') || 'card',
    card_number: field('card_number'),
    expiry: field('expiry'),
    cvc: field('cvc'),
    promotion_code: field('promotion_code'),
  };
}

/** What the form is checked against. */
export interface PayRules {
  readonly now: Date;
  /** There is nothing to pay, so no way to pay is asked for. */
  readonly free: boolean;
  /** Whether a payment by bank is on offer. */
  readonly delayed: boolean;
}

/** Checks the form as the hosted page does. */
export function checkPayForm(
  values: PayValues,
  rules: PayRules,
): { order: PayOrder } | { errors: readonly PayError[] } {
  const errors: PayError[] = [];
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) {
    errors.push({ field: 'email', message: 'Enter an email address, like name@example.com.' });
  }
  const payer: Payer = { email: values.email, name: values.name || null };
  const order = rules.free ? { method: 'nothing' as const, payer } : orderOf(values, payer, rules, errors);
  return errors.length > 0 || order === undefined ? { errors } : { order };
}

function orderOf(
  values: PayValues,
  payer: Payer,
  { now, delayed }: PayRules,
  errors: PayError[],
): PayOrder | undefined {
  switch (values.method) {
    case 'bank_succeeds_later':
    case 'bank_fails_later':
      if (!delayed) {
        errors.push({ field: 'method', message: 'This checkout takes cards only.' });
        return undefined;
      }
      return { method: values.method, payer };
    case 'card': {
      const details = cardOf(values, now, errors);
      if (values.name === '') errors.push({ field: 'name', message: 'Enter the name on the card.' });
      return details && { method: 'card', payer, details };
    }
    default:
      errors.push({ field: 'method', message: 'Choose how to pay.' });
      return undefined;
  }
}

function cardOf(values: PayValues, now: Date, errors: PayError[]): CardDetails | undefined {
  const number = values.card_number.replace(/[\s-]/g, '');
  const card = testCard(number);
  if (!/^\d{12,19}$/.test(number) || !luhn(number))
    errors.push({ field: 'card_number', message: 'Your card number is not valid.' });
  else if (!card)
    errors.push({
      field: 'card_number',
      message: 'This sandbox takes test cards only. Choose one from the list.',
    });
  const expiry = /^(0?[1-9]|1[0-2])\s*\/?\s*(\d{2}|20\d{2})$/.exec(values.expiry);
  const expMonth = Number(expiry?.[1]);
  const expYear = 2000 + (Number(expiry?.[2]) % 100);
  if (!expiry)
    errors.push({ field: 'expiry', message: 'Enter the expiry date as month and year, like 12/34.' });
  else if (expYear * 12 + expMonth < now.getUTCFullYear() * 12 + now.getUTCMonth() + 1) {
    errors.push({ field: 'expiry', message: "Your card's expiry date is in the past." });
  }
  if (!/^\d{3,4}$/.test(values.cvc))
    errors.push({ field: 'cvc', message: 'Enter the three or four digits of the security code.' });
  return card && { card, expMonth, expYear };
}

/** The check digit every card number carries. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
