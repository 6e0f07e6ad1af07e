import type { Brand } from './brand.js';
import { DomainError } from './domain-error.js';

/** An amount of money in pence sterling: a whole number, never negative. */
export type Pence = Brand<number, 'Pence'>;

/** Checks and brands an amount. @throws DomainError `money_invalid` for fractions, negatives and amounts past the safe range. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new DomainError('money_invalid', 'An amount of money is a whole number of pence, zero or more.');
  }
  return amount as Pence;
}

export const addPence = (a: Pence, b: Pence): Pence => pence(a + b);

/** @throws DomainError `money_invalid` when the result would be below zero. */
export const subtractPence = (a: Pence, b: Pence): Pence => pence(a - b);

/** "£49" for whole pounds, "£40.83" otherwise; thousands with a comma. */
export function formatPence(amount: Pence): string {
  const whole = amount % 100 === 0;
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'GBP',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(amount / 100);
}

/**
 * Splits a price that includes VAT. The net part is rounded to the nearest penny and the VAT is the rest, so the two always add up.
 * @param ratePercent VAT rate in per cent, for example 20.
 */
export function vatIncluded(gross: Pence, ratePercent: number): { net: Pence; vat: Pence } {
  const net = pence(Math.round((gross * 100) / (100 + ratePercent)));
  return { net, vat: subtractPence(gross, net) };
}
