import { defineAct } from './act.js';

/** The secret of a new address, as it is kept. */
export interface NewLink {
  readonly accessTokenHash: Buffer;
  readonly accessTokenSealed: string;
  readonly at: Date;
}

/** The order's page moves to a new address, and every earlier one opens nothing any more: somebody has seen it who should not. */
export const renewLink = defineAct<NewLink>('order.link_renewed', (_order, { at, ...secret }) => ({
  kind: 'done',
  facts: secret,
  events: [{ name: 'link_renewed', at }],
}));
