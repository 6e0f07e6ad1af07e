import { anOrder, PAID_AT } from '../order/order.builder.js';
import { writeLetter } from './write-letter.act.js';

describe('writing to the customer', () => {
  it('leaves the name of the template in the log, and none of the words', () => {
    expect(writeLetter.decide(anOrder(), { letter: 'question', at: PAID_AT }, undefined)).toEqual({
      kind: 'done',
      events: [{ name: 'letter_written', at: PAID_AT, data: { letter: 'question' } }],
    });
  });

  it('is refused once the data are erased', () => {
    expect(
      writeLetter.decide(anOrder({ erasedAt: PAID_AT }), { letter: 'question', at: PAID_AT }, undefined),
    ).toMatchObject({ kind: 'refused' });
  });
});
