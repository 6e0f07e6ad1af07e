/** Why the pay page cannot be opened, as the status page is told of it: by itself in a minute, by a person, or by another address. */
export type Unavailable = 'soon' | 'staff' | 'email';

const WHY: Readonly<Record<string, Unavailable>> = {
  payment_gateway_unavailable: 'soon',
  payment_gateway_refused: 'staff',
  checkout_refused: 'staff',
  checkout_email_refused: 'email',
};

/** The end of the status page's address after a pay page could not be opened; empty when the page says it by itself. */
export const unavailable = (code: string): string =>
  WHY[code] === undefined ? '' : `?unavailable=${WHY[code]}`;

export const unavailableIn = (value: unknown): Unavailable | '' =>
  value === 'soon' || value === 'staff' || value === 'email' ? value : '';
