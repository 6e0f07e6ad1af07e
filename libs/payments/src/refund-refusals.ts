/**
 * What staff should know of what Stripe will not do. Codes: Stripe, "Error codes", read November 2026; a balance that does not
 * suffice comes without a code, only in words.
 */
const WORDS: Readonly<Record<string, string>> = {
  charge_disputed:
    'The customer’s bank disputes the payment and has taken the money for now. Answer the dispute; do not pay it back a second time.',
  charge_already_refunded:
    'Stripe says that it has given all of it back already. Compare the payment at Stripe with this order.',
  insufficient_funds: 'The balance at Stripe does not suffice. Add to it, then refund again.',
  api_key_expired: 'Our key at Stripe has expired. Put a new one in place, then try again.',
  key_not_accepted: 'Stripe does not accept our key any more. Put a new one in place, then try again.',
  key_may_not: 'Our key at Stripe may not do this. Give it that right, then try again.',
  amount_too_small:
    'The price is below the least that Stripe takes, 30p. Correct the price or the promotion code.',
};

/** @param why Stripe's own words. */
export const refusalWords = (code: string, why: string): string => {
  const known = WORDS[code] ?? (/insufficient funds/i.test(why) ? WORDS['insufficient_funds'] : undefined);
  return known ?? `Stripe says: ${why}`;
};
