import type { SnapshotPay } from '@app/blueprint';
import { type CheckFacts, type MarketFacts, pagesOf, sameData, squash } from './check-facts.js';
import { amber, check, type Check, type Fault, type Finding, green, listed, red } from './finding.js';

const ANEW =
  'Return the draft, so that it is made with the figures of the right group; tell an engineer if it comes back so.';
const OLDER =
  'The data have changed since it was drafted. May the older facts go out, or should a new draft be made?';

const judged = (facts: CheckFacts, faults: readonly Fault[], todo: string): Finding =>
  sameData(facts) ? red(faults, todo) : amber(faults, OLDER);

/** Pay is that of the unit group the occupation maps to, at the person's hours, looked up anew by the occupation alone. */
export const pay: Check = check('pay', 'Pay of the right group', (facts) => {
  const { snapshot, data } = facts;
  const faults = [
    ...payFaults('the person’s own role', snapshot.pay.now, data.market.get(snapshot.occupation.slug), 13),
    ...snapshot.paths.flatMap(({ slug, title, pay: shown }) =>
      payFaults(title, shown, data.market.get(slug), 13),
    ),
  ];
  return faults.length > 0
    ? judged(facts, faults, ANEW)
    : green('Pay of the role and of each path is that of its own unit group and region.');
});

function payFaults(
  what: string,
  shown: SnapshotPay | null,
  market: MarketFacts | undefined,
  page: number,
): Fault[] {
  const right = market?.pay ?? null;
  if (shown === null && right === null) return [];
  if (shown === null) return [{ page, words: `no pay is shown for ${what}, though some is published` }];
  if (right === null) return [{ page, words: `pay is shown for ${what}, though none is published` }];
  const same =
    shown.median === right.median &&
    (shown.p25 ?? null) === right.p25 &&
    (shown.p75 ?? null) === right.p75 &&
    squash(shown.basis).startsWith(squash(right.group));
  const pounds = (amount: number | undefined): string => `£${(amount ?? 0).toLocaleString('en-GB')}`;
  return same
    ? []
    : [
        {
          page,
          words: `pay for ${what} is that of ${shown.basis} (${pounds(shown.median)}); its group is ${right.group} (${pounds(right.median)})`,
        },
      ];
}

/** A named employer is in the register, does the work of the path, and carries what it is known from, its size and a date. */
export const employers: Check = check('employers', 'Employers evidenced', (facts): Finding => {
  const { snapshot, data } = facts;
  const named = snapshot.paths.flatMap(({ slug, title, employers: of }) =>
    of.map((one) => ({ ...one, slug, title })),
  );
  const bare = named.filter(({ basis, date, size }) => !basis || !date || !size).map(({ name }) => name);
  if (bare.length > 0)
    return red(
      { page: 13, words: `without a basis, size or date: ${listed(bare)}` },
      'Return the draft: an employer is named with its evidence or not at all.',
    );
  const invented = named.flatMap(({ name, slug, title }): Fault[] =>
    (data.market.get(slug)?.employers ?? []).some((known) => squash(known) === squash(name))
      ? []
      : [{ page: 13, words: `${name} is not in our register of employers for ${title}` }],
  );
  if (invented.length > 0)
    return judged(facts, invented, 'Return the draft, so that only employers of the register are named.');
  return green(
    named.length === 0
      ? 'No employer is named.'
      : `All ${named.length} named employers are in the register, with a basis, a size and a date.`,
  );
});

/** A company's name by its legal form, as somebody would type it. */
const COMPANY = /\b((?:\p{Lu}[\p{L}&’'-]*\s+){1,5})(Ltd|Limited|LLP|plc|PLC)\b/gu;

/** Page 13 names nobody whom the draft does not name. */
export const strangers: Check = check('strangers', 'No employer but those of the draft', (facts) => {
  const known = squash(
    facts.snapshot.paths.flatMap(({ employers: of }) => of.map(({ name }) => name)).join(' '),
  );
  const own = squash(
    [facts.snapshot.person.role, ...facts.snapshot.result.tasks.map(({ name }) => name)].join(' '),
  );
  const faults = pagesOf(facts).flatMap((text, index) =>
    [...text.replace(/\s+/g, ' ').matchAll(COMPANY)]
      .map(([name]) => name)
      .filter((name) => !known.includes(squash(name)) && !own.includes(squash(name)))
      .map((name) => ({ page: index + 1, words: `“${name}” is named, which the draft does not know` })),
  );
  return faults.length > 0
    ? red(faults, 'Edit the name out, or return the draft.')
    : green('No page names a company that the draft does not.');
});

/** What the law asks for before one may do the work stands on the page of the path, in full. */
export const licences: Check = check('licences', 'Licences that the law asks for', (facts) => {
  const { snapshot, data } = facts;
  const pages = pagesOf(facts);
  const faults = snapshot.paths.flatMap(({ slug, title }, index): Fault[] => {
    const page = 9 + index;
    const text = squash(pages[page - 1] ?? '');
    const missing = (data.market.get(slug)?.licences ?? []).filter((body) => !text.includes(squash(body)));
    return missing.length > 0
      ? [{ page, words: `${title} needs a licence or registration that is not named: ${listed(missing)}` }]
      : [];
  });
  return faults.length > 0
    ? red(
        faults,
        'Return the draft, or choose another path: nobody may be sent towards work they may not do.',
      )
    : green('Each path names the bodies whose licence or registration the law asks for.');
});
