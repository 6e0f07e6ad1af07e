import { type CheckFacts, isReading, pagesOf } from './check-facts.js';
import { check, type Check, type Fault, type Finding, green, red } from './finding.js';

const PAGES = 15;
/** Bytes. The aim is 400 kB; mail servers begin to refuse well above 2 MB. */
const LARGEST = 2 * 1024 * 1024;
/** Letters. A page with fewer holds nothing. */
const LEAST_TEXT = 40;

const MAKE_ANEW = 'Return the draft, so that the file is made anew; if it comes back so, tell an engineer.';

/** Finds faults in what the file says of itself. */
const ofFile =
  (find: (reading: Extract<CheckFacts['reading'], { pages: unknown }>) => Finding) =>
  ({ reading }: CheckFacts): Finding =>
    isReading(reading)
      ? find(reading)
      : red({ words: `The file could not be read: ${reading.unreadable}` }, MAKE_ANEW);

/** Proves that the bytes in the database are those whose fingerprint was stored when they were rendered. */
export const fingerprint: Check = check(
  'fingerprint',
  'The stored file is the rendered file',
  ({ storedSha256, sha256 }) =>
    storedSha256 === sha256
      ? green('The SHA-256 of the stored bytes equals the one noted at rendering.')
      : red({ words: 'The stored bytes have another SHA-256 than the one noted at rendering' }, MAKE_ANEW),
);

/** Counts the pages in the file's own page tree, not the renderer's count. */
export const pageCount: Check = check(
  'pages',
  '15 pages',
  ofFile(({ pages }) => {
    if (pages.length !== PAGES) return red({ words: `The file has ${pages.length} pages` }, MAKE_ANEW);
    const empty = pages.flatMap((text, index): Fault[] =>
      text.trim().length < LEAST_TEXT ? [{ page: index + 1, words: 'there is next to no text' }] : [],
    );
    return empty.length > 0
      ? red(empty, MAKE_ANEW)
      : green('The file’s page tree holds 15 pages, each with text.');
  }),
);

/** Every font the file names brings its own drawing program. */
export const fonts: Check = check(
  'fonts',
  'Fonts embedded',
  ofFile((reading) => {
    const missing = reading.fonts.filter(({ embedded }) => !embedded).map(({ name }) => name);
    if (missing.length > 0) return red({ words: `Not embedded: ${missing.join(', ')}` }, MAKE_ANEW);
    return reading.fonts.length === 0
      ? red({ words: 'The file names no font' }, MAKE_ANEW)
      : green(`All ${reading.fonts.length} fonts are inside the file.`);
  }),
);

/** Every drawn letter has a shape on paper and a Unicode value behind it; that it is the right one is for other checks. */
export const letters: Check = check(
  'letters',
  'Every letter can be seen and read aloud',
  ofFile((reading) => {
    const faults = reading.letters.flatMap(({ lost, boxes }, index): Fault[] => [
      ...(boxes > 0 ? [{ page: index + 1, words: `empty boxes stand for ${count(boxes, 'letter')}` }] : []),
      ...(lost > 0
        ? [
            {
              page: index + 1,
              words: `${count(lost, 'letter')} cannot be copied, searched for or read aloud`,
            },
          ]
        : []),
    ]);
    return faults.length > 0
      ? red(
          faults,
          'Look for odd letters on the page. Edit them out, or return the draft and tell an engineer.',
        )
      : green('Every drawn letter has a shape and a Unicode value.');
  }),
);

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** The marks that reading software needs. It does not prove that the order of reading makes sense; that is for eyes and ears. */
export const tags: Check = check(
  'tags',
  'Tags for reading software',
  ofFile(({ tags: { tree, language, allPages, figures, figuresWithoutText, claimsUa } }) => {
    const faults: Fault[] = [
      ...(tree ? [] : [{ words: 'There is no structure tree' }]),
      ...(language ? [] : [{ words: 'The language is not named' }]),
      ...(allPages ? [] : [{ words: 'Some pages are not tied to the tree' }]),
      ...figuresWithoutText.map((page) => ({ page, words: 'a figure has no alternative text' })),
      ...(claimsUa ? [] : [{ words: 'The file does not say that it follows PDF/UA-1' }]),
    ];
    return faults.length > 0
      ? red(faults, MAKE_ANEW)
      : green(
          `Structure tree on every page, language ${language}, ${figures} figures, each with an alternative text.`,
        );
  }),
);

export const size: Check = check('size', 'At most 2 MB', ({ bytes }) => {
  const words = `The file has ${Math.ceil(bytes / 1024).toLocaleString('en-GB')} kB`;
  return bytes <= LARGEST ? green(`${words}.`) : red({ words }, MAKE_ANEW);
});

/** The draft set again must say the same on every page: a file that was put together from others, or changed afterwards, does not. */
export const remade: Check = check('remade', 'Every page says what the draft says', (facts) => {
  const { remade: again, snapshot } = facts;
  if (again === 'same') return green('The draft set again gives the same bytes.');
  if (again === null)
    return {
      level: 'amber',
      found: `The templates have changed since this draft was made (${snapshot.versions.template}), so it cannot be set again and compared.`,
      question:
        'Have you compared the figures of every page with those beside it? A new draft would be compared by itself.',
    };
  const faults = pagesOf(facts).flatMap((text, index): Fault[] => {
    const difference = differenceOf(text, again[index] ?? '');
    return difference === null ? [] : [{ page: index + 1, words: difference }];
  });
  return faults.length > 0
    ? red(faults, MAKE_ANEW)
    : green('The draft set again gives other bytes, but the same words on every page.');
});

/** The first word that differs, in both forms. */
function differenceOf(found: string, expected: string): string | null {
  const [is, should] = [found, expected].map((text) => text.split(/\s+/).filter(Boolean)) as [
    string[],
    string[],
  ];
  const at = should.findIndex((word, index) => word !== is[index]);
  const from = at < 0 ? should.length : at;
  if (at < 0 && is.length === should.length) return null;
  const some = (words: string[]): string => words.slice(from, from + 3).join(' ') || 'nothing';
  return `it says “${some(is)}” where the draft has “${some(should)}”`;
}
