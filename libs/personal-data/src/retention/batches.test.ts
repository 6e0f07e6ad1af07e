import { type Batch, batchOf, throughAll, untilFew } from './batches.js';

const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }));
/** Deals with rows but for those that must wait, and writes down where each batch began. */
const walk =
  (waiting: readonly string[], begun: (string | null)[] = []) =>
  (after: string | null, limit: number): Promise<Batch> => {
    begun.push(after);
    const looked = rows.filter(({ id }) => after === null || id > after).slice(0, limit);
    return Promise.resolve(batchOf(looked.filter(({ id }) => !waiting.includes(id)).length, looked, limit));
  };

describe('batches', () => {
  it('walk past a whole batch of rows that must wait', async () => {
    const begun: (string | null)[] = [];
    expect(await throughAll(walk(['a', 'b', 'c'], begun), { size: 2, most: 100 })).toBe(2);
    expect(begun).toEqual([null, 'b', 'd']);
  });

  it('end once as many were dealt with as one run may', async () => {
    const begun: (string | null)[] = [];
    expect(await throughAll(walk([], begun), { size: 2, most: 3 })).toBe(4);
    expect(begun).toEqual([null, 'b']);
    expect(await untilFew(() => Promise.resolve(2), { size: 2, most: 6 })).toBe(6);
  });

  it('stop between two when told to', async () => {
    const stop = new AbortController();
    const step = (after: string | null, limit: number): Promise<Batch> => {
      stop.abort();
      return walk([])(after, limit);
    };
    expect(await throughAll(step, { size: 2, most: 100, signal: stop.signal })).toBe(2);
  });

  it('end with the first that is not full', async () => {
    const left = [3, 3, 1, 3];
    expect(await untilFew(() => Promise.resolve(left.shift() ?? 0), { size: 3, most: 100 })).toBe(7);
  });
});
