import { loadDataset } from '../dataset/index.js';
import { licenceOf } from './licensed.js';
import { relationOf } from './related.js';

const profession = (codes: string[], entryRoute?: string) => ({
  codes,
  body: 'A council',
  kind: 'protected title',
  checked: '2026-11',
  ...(entryRoute === undefined ? {} : { entryRoute }),
});

describe('licensed professions', () => {
  const licensed = { professions: [profession(['29-12']), profession(['29-1292'], 'An approved course.')] };

  it('are found by the longest code that fits', () => {
    expect(licenceOf(licensed, '29-1215.00')).toEqual({ kind: 'closed' });
    expect(licenceOf(licensed, '29-1292.00')).toEqual({ kind: 'route', entryRoute: 'An approved course.' });
    expect(licenceOf(licensed, '15-1221.00')).toEqual({ kind: 'none' });
  });
});

describe('relation', () => {
  const dataset = loadDataset();
  it('is adjacent inside the minor group or between primary related occupations, either way round', () => {
    expect(relationOf(dataset, '15-1221.00', '15-1299.08')).toBe('adjacent');
    expect(relationOf(dataset, '15-2051.00', '11-9121.00')).toBe('adjacent');
    expect(relationOf(dataset, '11-9121.00', '15-2051.00')).toBe('adjacent');
    expect(relationOf(dataset, '15-1221.00', '17-2031.00')).toBe('cross-domain');
  });
});
