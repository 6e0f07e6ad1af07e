import { loadDataset } from '../dataset/index.js';
import { licenceOf } from './licensed.js';
import { plausibility, relationOf } from './related.js';

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
  const at = (code: string) => ({ code, onetCode: dataset.occupations.get(code)?.links[0]?.code ?? '' });
  it('is adjacent inside the minor group or between primary related occupations, either way round', () => {
    expect(relationOf(dataset, at('2433'), at('2431'))).toBe('adjacent');
    expect(relationOf(dataset, at('5313'), at('5312'))).toBe('adjacent');
    expect(relationOf(dataset, at('5313'), at('2211'))).toBe('cross-domain');
    expect(relationOf(dataset, at('2211'), at('5313'))).toBe('cross-domain');
  });

  it('is the more plausible the nearer', () => {
    expect(plausibility(dataset, at('5313'), at('5312'))).toBeGreaterThanOrEqual(0.9);
    expect(plausibility(dataset, at('5313'), at('2211'))).toBe(0);
  });
});
