import { newId } from '@app/kernel';
import { aCorrection } from '../correction/correction.builder.js';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder, PAID_AT as at } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { answerCorrection } from './answer-correction.act.js';
import { askCorrection } from './ask-correction.act.js';
import { pause } from './pause.act.js';
import { recall } from './recall.act.js';
import { redraftCorrection } from './redraft-correction.act.js';
import { resume } from './resume.act.js';
import { sendAgain } from './send-again.act.js';
import { startClock } from './start-clock.act.js';
import { writeLetter } from './write-letter.act.js';

const paid = anOrder();
const delivered = anOrder({ deliveredAt: at });
const erased = anOrder({ erasedAt: at });
const promised = anOrder({ promiseAt: at });
const asked = { id: newId(), about: 'me', words: 'My name.', days: 90, at } as const;
const open = aCorrection();
const none = { open: null, blocked: false };
const after = (days: number): Date => new Date(at.getTime() + days * 86_400_000);
const pausing = [{ kind: 'pause', source: 's', openedAt: at } as OrderBlocker];

/** Staff, customers and logs read them, and the form that asked shows them by their code. */
describe('why an act is refused', () => {
  it.each<[string, Verdict, string, string | RegExp]>([
    [
      'answering no correction',
      answerCorrection.decide(paid, { at }, null),
      'correction_unknown',
      'No correction is asked for at the moment.',
    ],
    [
      'answering one that is taken up',
      answerCorrection.decide(paid, { at }, aCorrection({ decision: 'redraft' })),
      'correction_unknown',
      'The blueprint is being made again for this correction, so it is answered by that.',
    ],
    [
      'correcting what is not there',
      askCorrection.decide(paid, asked, none),
      'correction_impossible',
      'There is no delivered blueprint here that could be corrected.',
    ],
    [
      'asking twice',
      askCorrection.decide(delivered, asked, { open, blocked: false }),
      'correction_open',
      /^You have asked for a correction already, and we are working on it\./,
    ],
    [
      'asking too late',
      askCorrection.decide(delivered, { ...asked, at: after(91) }, none),
      'correction_too_late',
      'A correction can be asked for here for 90 days after delivery. Please write to us instead.',
    ],
    [
      'asking of a bound order',
      askCorrection.decide(delivered, asked, { open: null, blocked: true }),
      'order_blocked',
      'Something else about this order has to be settled first. Please write to us about it.',
    ],
    [
      'asking without words',
      askCorrection.decide(delivered, { ...asked, words: ' ' }, none),
      'correction_invalid',
      'Say what is wrong in at most 2000 characters.',
    ],
    [
      'pausing where no clock runs',
      pause.decide(paid, { reason: 'r', message: 'm', at }, []),
      'order_transition_refused',
      'Only an order whose clock runs can be paused.',
    ],
    [
      'pausing what has ended',
      pause.decide({ ...promised, state: 'cancelled' }, { reason: 'r', message: 'm', at }, []),
      'order_transition_refused',
      'Only an order whose clock runs can be paused.',
    ],
    [
      'pausing without words',
      pause.decide(promised, { reason: ' ', message: 'm', at }, []),
      'reason_missing',
      'A pause needs a reason for us and a message to the customer.',
    ],
    [
      'calling back what was delivered',
      recall.decide(delivered, { at }, undefined),
      'order_delivered',
      'The blueprint has been delivered, so it cannot be called back any more.',
    ],
    [
      'taking up no correction',
      redraftCorrection.decide(delivered, { name: 'Ada', answer: 'a', at }, null),
      'correction_unknown',
      'No correction is asked for at the moment.',
    ],
    [
      'taking one up under no name',
      redraftCorrection.decide(delivered, { name: ' ', answer: 'a', at }, open),
      'order_details_invalid',
      /./,
    ],
    [
      'taking one up without words',
      redraftCorrection.decide(delivered, { name: 'Ada', answer: ' ', at }, open),
      'reason_missing',
      /^Say what is put right, in at most \d+ characters; the customer reads it\.$/,
    ],
    [
      'resuming past the calendar',
      resume.decide(anOrder({ promiseAt: after(40_000) }), { at: after(1) }, pausing),
      'calendar_exhausted',
      'The table of bank holidays does not reach far enough to say the new time. Extend it first.',
    ],
    [
      'sending again what is erased',
      sendAgain.decide(erased, { deliveryId: 'd', at }, undefined),
      'order_transition_refused',
      'The customer’s data have been erased, so nothing can be sent again.',
    ],
    [
      'a clock that waits',
      startClock.decide(paid, { now: at }, undefined),
      'order_clock_waits',
      'something that the clock waits for is missing',
    ],
    [
      'a clock past the calendar',
      startClock.decide(
        anOrder({ confirmationAcceptedAt: after(40_000) }),
        { now: after(40_001) },
        undefined,
      ),
      'calendar_exhausted',
      'the table of bank holidays does not reach far enough to promise a time',
    ],
    [
      'writing to who is erased',
      writeLetter.decide(erased, { letter: 'l', at }, undefined),
      'order_transition_refused',
      'The customer’s data have been erased, so nothing more can be written to them here.',
    ],
  ])('%s', (_what, verdict, code, why) => {
    expect(verdict).toEqual({
      kind: 'refused',
      code,
      why: typeof why === 'string' ? why : expect.stringMatching(why),
    });
  });
});
