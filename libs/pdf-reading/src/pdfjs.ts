import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * What the one build of pdf.js that runs on Node 20 puts in the place of the language's own, for the whole process: a JSON written in
 * JavaScript and an `Array.push` that every later call pays for.
 */
const REPLACED: readonly (readonly [object, string])[] = [
  [Array.prototype, 'push'],
  [JSON, 'parse'],
  [JSON, 'stringify'],
  [Function.prototype, 'toString'],
];

/**
 * What pdf.js decodes streams with where it is there. On Node that is a thread, two streams of the web and copies for each of a hundred short
 * streams, and a quarter of the reading; without it pdf.js decodes itself, as it does in an old browser. Nothing else here uses it.
 */
const UNUSED = 'DecompressionStream';

let loaded: Promise<typeof Pdfjs> | undefined;

/** pdf.js with its worker, loaded when first needed: no page of the site or the desk waits for it. The language is left as it was, but for {@link UNUSED}. */
export const pdfjs = (): Promise<typeof Pdfjs> => (loaded ??= load());

async function load(): Promise<typeof Pdfjs> {
  const own = REPLACED.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name) ?? {});
  try {
    const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // pdf.js would load it with the first file, and it replaces the same once more.
    // @ts-expect-error it comes without types
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    Reflect.deleteProperty(globalThis, UNUSED);
    return library;
  } finally {
    REPLACED.forEach(([holder, name], index) => Object.defineProperty(holder, name, own[index] ?? {}));
  }
}
