import { newId, pence } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder, PAID_AT as at } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { amend } from './amend.act.js';
import { answerDispute } from './answer-dispute.act.js';
import { cancel } from './cancel.act.js';
import { confirmOtherwise } from './confirm-otherwise.act.js';
import { correctAddress } from './correct-address.act.js';
import { decideRefund } from './decide-refund.act.js';
import { endBlocker } from './end-blocker.act.js';
import { makeDisputePack } from './make-dispute-pack.act.js';
import { pay } from './pay.act.js';
import { payOtherwise } from './pay-otherwise.act.js';

const paid = anOrder();
const delivered = anOrder({ deliveredAt: at });
const pausing = [{ kind: 'pause', source: 's', openedAt: at } as OrderBlocker];
const sum = { decisionId: 'd', underWay: pence(0), at, payBack: {} as never };

/** Staff, customers and logs read them, and the form that asked shows them by their code. */
describe('why an act about the sale is refused', () => {
  it.each<[string, Verdict, string, string | RegExp]>([
    [
      'amending what is paid',
      amend.decide(
        paid,
        {
          corrected: { ...paid, customerName: 'Ada King' },
          made: {
            choice: { id: newId(), orderId: paid.id, startChoice: 'start_now', madeAt: at },
            consents: [],
          },
          at,
        },
        [],
      ),
      'order_form_used',
      'the order does not wait for a payment any more',
    ],
    [
      'answering a dispute without words',
      answerDispute.decide(paid, { reason: ' ', at }, 'a'),
      'reason_missing',
      'Say what you sent to the bank.',
    ],
    [
      'answering a dispute without a pack',
      answerDispute.decide(paid, { reason: 'sent', at }, null),
      'order_transition_refused',
      'Download the pack first: the task closes with it.',
    ],
    [
      'cancelling what was delivered',
      cancel.decide(delivered, { reason: 'r', at }, undefined),
      'order_delivered',
      'The blueprint has been delivered, so the order can no longer be cancelled here.',
    ],
    [
      'confirming what is not paid',
      confirmOtherwise.decide(anOrder({ state: 'expired' }), { how: 'by post', at }, undefined),
      'order_transition_refused',
      'Only an order that is paid is confirmed.',
    ],
    [
      'confirming without saying how',
      confirmOtherwise.decide(paid, { how: ' ', at }, undefined),
      'reason_missing',
      'Say how and when the customer got the confirmation.',
    ],
    [
      'correcting the address of what is not paid',
      correctAddress.decide(anOrder({ paidAt: null }), { email: 'ada@example.org', at }, undefined),
      'order_transition_refused',
      'An order that is not paid is corrected by its customer, on the order form.',
    ],
    [
      'correcting to what is no address',
      correctAddress.decide(paid, { email: 'nobody', at }, undefined),
      'order_details_invalid',
      /./,
    ],
    [
      'giving back more than is left',
      decideRefund.decide(paid, { ...sum, step: 'asked', amount: pence(4901) }, undefined),
      'refund_too_large',
      'Give back between 1p and £49, which is what is left of the payment.',
    ],
    [
      'giving back where nothing is left',
      decideRefund.decide(
        anOrder({ refundedPence: pence(4900) }),
        { ...sum, underWay: pence(100), step: 'decided', amount: pence(1) },
        undefined,
      ),
      'refund_too_large',
      'Give back between 1p and £0, which is what is left of the payment.',
    ],
    [
      'ending a pause',
      endBlocker.decide(paid, { kind: 'pause', reason: 'r', at }, pausing),
      'order_paused',
      'A pause ends by resuming the order.',
    ],
    [
      'ending a blocker without a reason',
      endBlocker.decide(paid, { kind: 'hold', reason: ' ', at }, [{ kind: 'hold' } as OrderBlocker]),
      'reason_missing',
      'Say why it no longer matters that a reviewer has put it on hold.',
    ],
    [
      'a pack about no dispute',
      makeDisputePack.decide(paid, { sha256: 'a' as never, at }, undefined),
      'order_transition_refused',
      'No bank disputes this order, so no pack is made of it.',
    ],
    [
      'paying for a place that is taken',
      pay.decide(
        anOrder({ state: 'expired' }),
        { amount: pence(4900), at },
        { placeIsTaken: true, choice: null },
      ),
      'order_place_taken',
      'the order had expired and a newer one has taken its place',
    ],
    [
      'paying back more than is left',
      payOtherwise.decide(paid, { amount: pence(4901), underWay: pence(0), reason: 'r', at }, undefined),
      'refund_too_large',
      'Between 1p and £49 is left of the payment.',
    ],
    [
      'paying back where less than nothing is left',
      payOtherwise.decide(paid, { amount: pence(1), underWay: pence(5000), reason: 'r', at }, undefined),
      'refund_too_large',
      'Between 1p and £0 is left of the payment.',
    ],
    [
      'paying back without saying how',
      payOtherwise.decide(paid, { amount: pence(1), underWay: pence(0), reason: ' ', at }, undefined),
      'reason_missing',
      'Say how the money was paid back.',
    ],
  ])('%s', (_what, verdict, code, why) => {
    expect(verdict).toEqual({
      kind: 'refused',
      code,
      why: typeof why === 'string' ? why : expect.stringMatching(why),
    });
  });
});
