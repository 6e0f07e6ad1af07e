/** `£49.00` for 4900 and gbp. Every currency of the product has two decimals. */
export const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount / 100);
