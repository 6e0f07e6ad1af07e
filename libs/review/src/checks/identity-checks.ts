import { ownPhrases } from './banned-phrases.js';
import { type CheckFacts, isReading, pagesOf, squash } from './check-facts.js';
import { amber, check, type Check, type Fault, type Finding, green, red } from './finding.js';

const MAKE_ANEW =
  'Return the draft, so that the file is made anew, and tell an engineer: this must not happen.';

/** How a reference of ours looks: see `newReference`. The end of a check code may look like one (7KPW-…), so it stands alone. */
const REFERENCE = /(?<![0-9A-Z-])PW-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z-])/g;

/** Each page is this order's, of this version, and stands where its own number says. */
export const belongs: Check = check('belongs', 'Every page is of this order', (facts) => {
  const faults = [
    ...identityFaults(facts),
    ...pagesOf(facts).flatMap((text, index) => pageFaults(text, index + 1, facts)),
  ];
  if (faults.length > 0) return red(faults, MAKE_ANEW);
  const { reference, version } = facts.order;
  return isReading(facts.reading)
    ? green(`Each page names ${reference}, version ${version} and its own number, and no two are alike.`)
    : red({ words: 'The file could not be read' }, MAKE_ANEW);
});

/** What the draft says of itself against what the database says. */
function identityFaults({ order, snapshot }: CheckFacts): Fault[] {
  const of = snapshot.order;
  return [
    ...(of.reference === order.reference
      ? []
      : [{ page: 1, words: `the draft names ${of.reference}, the order is ${order.reference}` }]),
    ...(of.checkCode === order.checkCode && of.version === order.version
      ? []
      : [{ page: 1, words: 'the check code or the version is not that of this file' }]),
  ];
}

function pageFaults(text: string, page: number, facts: CheckFacts): Fault[] {
  const { reference, version, checkCode } = facts.order;
  const theirs = ownPhrases(facts).join(' ');
  const foreign = [...text.matchAll(REFERENCE)]
    .map(([one]) => one)
    .find((one) => one !== reference && !theirs.includes(one));
  const words = squash(text);
  if (foreign !== undefined) return [{ page, words: `it is of another order, ${foreign}` }];
  if (!words.includes(squash(`${reference} · version ${version}`)))
    return [{ page, words: `it does not name ${reference}, version ${version}` }];
  const numbers = [...text.replace(/\s+/g, ' ').matchAll(/Page (\d+) of \d+/g)].map(([, number]) =>
    Number(number),
  );
  if (!numbers.includes(page))
    return [{ page, words: `it says that it is page ${numbers.at(-1) ?? 'none'}` }];
  const twin = pagesOf(facts).findIndex((other, at) => at + 1 < page && bare(other) === bare(text));
  if (twin >= 0) return [{ page, words: `it says the same as page ${twin + 1}` }];
  if ((page === 1 || page === 15) && !words.includes(squash(checkCode)))
    return [{ page, words: 'it does not show the check code of this file' }];
  return [];
}

/** A page without its number. */
const bare = (text: string): string => squash(text.replace(/Page\s+\d+\s+of\s+\d+/g, ''));

const SPELLING =
  'Compare the letters with the order. Return the draft, or pause the order and ask the customer.';

/** The name on the order is the one in the draft and, letter for letter, in the text of the cover. */
export const customerName: Check = check('name', 'Name as given', (facts): Finding => {
  const { snapshot, order, printedName } = facts;
  if (squash(snapshot.person.name) !== squash(order.customerName))
    return red({ page: 1, words: 'the draft was made for another name than the one on the order' }, SPELLING);
  const cover = squash(pagesOf(facts)[0] ?? '');
  if (!printedName.complete)
    return amber(
      {
        page: 1,
        words: `our fonts lack letters of “${order.customerName}”, so the cover shows “${printedName.text}”`,
      },
      'May the name stand like this, with the note below it?',
    );
  return printedName.text !== '' && cover.includes(squash(printedName.text))
    ? green('The name on the order stands on the cover, letter for letter.')
    : red(
        { page: 1, words: `“${order.customerName}” cannot be read on the cover letter for letter` },
        SPELLING,
      );
});

/** The person's own words keep their letters and the order of their digits, in whatever script. */
export const ownWords: Check = check('own-words', 'The person’s own words as typed', (facts) => {
  const { person, result } = facts.snapshot;
  const pages = pagesOf(facts);
  const own = [
    { page: 1, words: person.role },
    ...result.tasks.filter(({ id }) => id.startsWith('own-')).map(({ name }) => ({ page: 3, words: name })),
  ];
  const faults = own.flatMap(({ page, words }): Fault[] => {
    const turned = turnedDigits(words, pages[page - 1] ?? '');
    return turned === null
      ? []
      : [{ page, words: `“${turned.typed}” of “${words}” reads as “${turned.read}”` }];
  });
  return faults.length > 0
    ? red(faults, 'Return the draft and tell an engineer: digits must be read as they were typed.')
    : green('Their role and own tasks keep the order of their digits.');
});

/** Digits that stand on the page only the other way round. */
function turnedDigits(typed: string, page: string): { typed: string; read: string } | null {
  for (const [digits] of typed.matchAll(/\p{Nd}{2,}/gu)) {
    const round = [...digits].reverse().join('');
    if (round !== digits && !page.includes(digits) && page.includes(round))
      return { typed: digits, read: round };
  }
  return null;
}
