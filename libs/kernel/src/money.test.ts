import fc from 'fast-check';
import { addPence, formatPence, pence, subtractPence, vatIncluded } from './money.js';

describe('money', () => {
  it('refuses fractions and negatives', () => {
    expect(() => pence(0.5)).toThrow(expect.objectContaining({ code: 'money_invalid' }));
    expect(() => pence(-1)).toThrow(expect.objectContaining({ code: 'money_invalid' }));
  });

  it('adds and takes away, and never falls below zero', () => {
    expect(addPence(pence(4900), pence(83))).toBe(4983);
    expect(subtractPence(pence(4900), pence(4900))).toBe(0);
    expect(() => subtractPence(pence(1), pence(2))).toThrow('whole number of pence');
  });

  it('is written the British way', () => {
    expect(formatPence(pence(4900))).toBe('£49');
    expect(formatPence(pence(4083))).toBe('£40.83');
    expect(formatPence(pence(123_456_00))).toBe('£123,456');
  });

  it('splits £49 at 20 % into £40.83 and £8.17', () => {
    expect(vatIncluded(pence(4900), 20)).toEqual({ net: 4083, vat: 817 });
  });

  it('never loses a penny', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(30), (gross, rate) => {
        const { net, vat } = vatIncluded(pence(gross), rate);
        expect(net + vat).toBe(gross);
      }),
    );
  });
});
