import { anOrder, PAID_AT } from '../order/order.builder.js';
import { renewLink } from './renew-link.act.js';

describe('a new link to an order', () => {
  it('takes the place of the one before, and the log says only that', () => {
    const secret = { accessTokenHash: Buffer.from('new'), accessTokenSealed: 'sealed anew' };
    expect(renewLink.decide(anOrder(), { ...secret, at: PAID_AT }, undefined)).toEqual({
      kind: 'done',
      facts: secret,
      events: [{ name: 'link_renewed', at: PAID_AT }],
    });
  });
});
