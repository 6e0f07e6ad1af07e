import { sha256 } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import { makeDisputePack } from './make-dispute-pack.act.js';

const pack = { sha256: sha256(Buffer.from('pack')), at: PAID_AT };

describe('making a dispute pack', () => {
  it('leaves the fingerprint of the file in the log', () => {
    expect(makeDisputePack.decide(anOrder({ disputedAt: PAID_AT }), pack, undefined)).toEqual({
      kind: 'done',
      events: [{ name: 'dispute_pack_made', at: PAID_AT, data: { sha256: pack.sha256 } }],
    });
  });

  it('is refused where no bank disputes anything', () => {
    expect(makeDisputePack.decide(anOrder(), pack, undefined)).toMatchObject({ kind: 'refused' });
  });
});
