import type { Typed } from '../forms/typed-forms.js';

/** The order form while something in it is to be put right. */
export const ORDER_FORM = {
  cookie: 'typed',
  fields: ['name', 'email', 'start', 'consent_start', 'consent_end', 'form_token'],
} as const;

export type TypedOrder = Typed<(typeof ORDER_FORM)['fields'][number]>;
