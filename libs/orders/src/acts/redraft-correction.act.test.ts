import { aCorrection } from '../correction/correction.builder.js';
import { anOrder, PAID_AT as at } from '../order/order.builder.js';
import { redraftCorrection } from './redraft-correction.act.js';

const input = { name: 'Ada Lovelace', answer: 'The name of the employer.', at };

describe('having a blueprint made again', () => {
  it('drafts it anew, keeps what is put right, and settles the task', () => {
    const open = aCorrection();
    expect(redraftCorrection.decide(anOrder(), input, open)).toEqual({
      kind: 'done',
      correction: { id: open.id, change: { decision: 'redraft', decidedAt: at, answer: input.answer } },
      settles: ['correction_asked'],
      events: [{ name: 'correction_taken_up', at }],
      jobs: [expect.objectContaining({ job: expect.objectContaining({ name: 'blueprint.draft' }) })],
    });
  });

  it('may put the name on the cover right', () => {
    const verdict = redraftCorrection.decide(anOrder(), { ...input, name: ' Ada  King ' }, aCorrection());
    expect(verdict).toMatchObject({ facts: { customerName: 'Ada King' } });
  });

  it('takes an answer as long as there is room for', () => {
    const answer = 'a'.repeat(1_000);
    expect(redraftCorrection.decide(anOrder(), { ...input, answer }, aCorrection()).kind).toBe('done');
  });

  it('twice is once', () => {
    const open = aCorrection({ decision: 'redraft', decidedAt: at });
    expect(redraftCorrection.decide(anOrder(), input, open)).toEqual({ kind: 'already' });
  });

  it.each([
    ['nobody asks', 'correction_unknown', input, null],
    ['it does not say what is put right', 'reason_missing', { ...input, answer: ' ' }, aCorrection()],
    ['it says too much', 'reason_missing', { ...input, answer: 'a'.repeat(1_001) }, aCorrection()],
    ['the name cannot be printed', 'order_details_invalid', { ...input, name: '7' }, aCorrection()],
  ] as const)('is refused when %s', (_why, code, given, open) => {
    expect(redraftCorrection.decide(anOrder(), given, open)).toMatchObject({ kind: 'refused', code });
  });
});
