import { runInNewContext } from 'node:vm';
import { pdfjs } from './pdfjs.js';

/** The source of a function, by another realm's own `toString`: ours may have been replaced. */
const sourceOf = runInNewContext('Function.prototype.toString') as () => string;
const NAMES = runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];

/** What the language brings itself and somebody has replaced by a function of their own: `Array#push`. */
function replaced(): string[] {
  return NAMES.flatMap((name) => {
    const [ours, theirs] = [globalThis, runInNewContext('globalThis') as object].map(
      (realm) => (realm as Record<string, unknown>)[name],
    );
    const pairs = [
      [`${name}.`, ours, theirs],
      [`${name}#`, prototypeOf(ours), prototypeOf(theirs)],
    ] as const;
    return pairs.flatMap(([place, here, there]) =>
      isHolder(here) && isHolder(there)
        ? Reflect.ownKeys(there)
            .filter((key) => isNative(there, key) && !isNative(here, key))
            .map((key) => place + String(key))
        : [],
    );
  });
}
const isHolder = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
const prototypeOf = (value: unknown): unknown =>
  typeof value === 'function' ? (value.prototype as unknown) : undefined;
const isNative = (holder: object, key: string | symbol): boolean => {
  const { value, get } = Object.getOwnPropertyDescriptor(holder, key) ?? {};
  const what: unknown = value ?? get;
  return typeof what === 'function' && sourceOf.call(what).includes('[native code]');
};

describe('pdf.js', () => {
  it('leaves the language as it was, which it would slow down for the whole process', async () => {
    const before = replaced();
    const { getDocument } = await pdfjs();
    expect(getDocument).toBeTypeOf('function');
    expect(globalThis).toHaveProperty('pdfjsWorker.WorkerMessageHandler');
    expect(replaced()).toEqual(before);
    expect(replaced()).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(JSON|Array|Function)/)]));
  });
});
