import fc from 'fast-check';
import { pence, vatIncluded } from '@app/kernel';
import { runs } from '@app/testing';
import { creditNoteNumber, creditSplit } from './credit-notes.js';

describe('the split of a credit note', () => {
  it('adds up to the refund, and all of them to the receipt, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 }), (parts) => {
        const total = pence(parts.reduce((sum, part) => sum + part, 0));
        const { vat } = vatIncluded(total, 20);
        const notes = parts.reduce<(ReturnType<typeof creditSplit> & { voidedAt: null })[]>(
          (before, part) => [
            ...before,
            { ...creditSplit({ totalPence: total, vatPence: vat }, before, pence(part)), voidedAt: null },
          ],
          [],
        );
        for (const note of notes) expect(note.netPence + note.vatPence).toBe(note.totalPence);
        expect(notes.reduce((sum, { vatPence }) => sum + vatPence, 0)).toBe(vat);
      }),
      { numRuns: runs(200) },
    );
  });

  it('does not count what became void', () => {
    const receipt = { totalPence: pence(4900), vatPence: pence(817) };
    const first = { ...creditSplit(receipt, [], pence(4900)), voidedAt: new Date('2026-11-24T10:00:00Z') };
    expect(creditSplit(receipt, [first], pence(4900)).vatPence).toBe(817);
  });

  it('holds no VAT when the receipt holds none', () => {
    expect(creditSplit({ totalPence: pence(4900), vatPence: pence(0) }, [], pence(1000))).toEqual({
      totalPence: 1000,
      netPence: 1000,
      vatPence: 0,
    });
  });
});

it('numbers have six digits, and more when they must', () => {
  expect([creditNoteNumber(1), creditNoteNumber(1_234_567)]).toEqual(['PW-C-000001', 'PW-C-1234567']);
});
