import { newId, promiseFor } from '@app/kernel';
import { aCorrection } from '../correction/correction.builder.js';
import { anOrder } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { askCorrection } from './ask-correction.act.js';
import { effectOf, jobOf } from './effect.builder.js';

const deliveredAt = new Date('2026-11-23T10:00:00Z');
const at = new Date('2026-11-24T16:59:00Z');
const id = newId();
const decide = (
  changes: Partial<Order> = {},
  known: Partial<Parameters<typeof askCorrection.decide>[2]> = {},
  asked: Partial<Parameters<typeof askCorrection.decide>[1]> = {},
): Verdict =>
  askCorrection.decide(
    anOrder({ deliveredAt, ...changes }),
    { id, about: 'me', words: 'My name.', days: 90, at, ...asked },
    { open: null, blocked: false, ...known },
  );

describe('asking for a correction', () => {
  it('has a promise by the one function, an acknowledgement, a task, and none of the words in the log', () => {
    const verdict = decide({}, {}, { words: ' My name.\r\n\r\n\r\nKing. ' });
    expect(verdict).toMatchObject({
      kind: 'done',
      correction: {
        ask: { id, about: 'me', words: 'My name.\n\nKing.', promiseAt: new Date('2026-11-26T18:00:00Z') },
      },
      events: [{ name: 'correction_asked', at, data: { about: 'me' } }],
      jobs: [{ job: { name: 'order.tell-correction-asked' } }],
      tasks: [{ kind: 'correction_asked', subject: id }],
    });
    const { events, tasks } = verdict as unknown as Record<string, unknown>;
    expect(JSON.stringify([events, tasks])).not.toContain('King');
  });

  it('keeps both times and by what they were told, and tells the customer once', () => {
    const order = anOrder({ deliveredAt });
    const asked = { id, about: 'me' as const, words: 'My name.', days: 90, at };
    const { promiseAt, targetAt, calendarVersion, policyVersion } = promiseFor(at);
    expect(effectOf(askCorrection.decide(order, asked, { open: null, blocked: false }))).toEqual({
      kind: 'done',
      correction: {
        ask: {
          id,
          about: 'me',
          words: 'My name.',
          askedAt: at,
          targetAt,
          promiseAt,
          calendarVersion,
          policyVersion,
        },
      },
      events: [{ name: 'correction_asked', at, data: { about: 'me', promiseAt } }],
      jobs: [
        jobOf(order)('order.tell-correction-asked', { correctionId: id }, `tell-correction-asked:${id}`),
      ],
      tasks: [
        {
          kind: 'correction_asked',
          subject: id,
          orderId: order.id,
          summary: `The customer of order ${order.reference} asks for a correction of their blueprint. What is wrong stands on the order’s page.`,
        },
      ],
    });
  });

  it('has no promise past the end of the calendar, and is taken all the same', () => {
    const later = new Date('2040-01-02T10:00:00Z');
    expect(decide({ deliveredAt: later }, {}, { at: later })).toMatchObject({
      kind: 'done',
      correction: { ask: { promiseAt: null, targetAt: null } },
    });
  });

  it('twice by the same form is once', () => {
    expect(decide({}, { open: aCorrection({ id }) })).toEqual({ kind: 'already' });
  });

  it.each<[string, string, Verdict]>([
    ['nothing is delivered', 'correction_impossible', decide({ deliveredAt: null })],
    ['the order is cancelled', 'correction_impossible', decide({ state: 'cancelled' })],
    ['it is erased', 'correction_impossible', decide({ erasedAt: at })],
    ['another is under way', 'correction_open', decide({}, { open: aCorrection() })],
    ['something binds the order', 'order_blocked', decide({}, { blocked: true })],
    ['it says nothing', 'correction_invalid', decide({}, {}, { words: ' \n ' })],
    ['it says too much', 'correction_invalid', decide({}, {}, { words: 'a'.repeat(2_001) })],
    [
      'the days are over',
      'correction_too_late',
      decide({}, {}, { at: new Date('2027-02-21T10:00:00.001Z') }),
    ],
  ])('is refused in words when %s', (_why, code, verdict) => {
    expect(verdict).toMatchObject({ kind: 'refused', code });
  });

  it('is taken on the last of the days, and with as many words as there is room for', () => {
    expect(decide({}, {}, { words: 'a'.repeat(2_000) }).kind).toBe('done');
    expect(decide({}, {}, { at: new Date('2027-02-21T10:00:00Z') }).kind).toBe('done');
  });
});
