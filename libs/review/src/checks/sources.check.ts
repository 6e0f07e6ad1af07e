import type { CheckFacts } from './check-facts.js';
import { check, type Check, type Fault, green, listed, red } from './finding.js';

/** Tools, learning routes and employers carry the date on which they were looked up; after these many months somebody must look again. */
const FRESH_MONTHS = { tools: 12, learning: 12, employers: 24 } as const;

interface Dated {
  readonly page: number;
  readonly what: string;
  readonly date: string;
  readonly months: number;
}

/** Only dates that the draft holds are judged; that a source says what we say it says is not proved by this. */
export const sources: Check = check('sources', 'Sources in date', (facts) => {
  const dated = datedIn(facts);
  const old = dateFaults(dated, facts.today);
  const releases = releaseFaults(facts);
  return old.length + releases.length > 0
    ? red(
        [...old, ...releases],
        old.length > 0
          ? 'Have the fact looked up and its date renewed in the content, then return the draft; or edit the sentence out.'
          : 'Return the draft: the next one is made from the releases that we hold.',
      )
    : green(
        `${dated.length} dated entries are recent enough, and all ${facts.snapshot.sources.length} sources are of their newest release, with a licence.`,
      );
});

const datedIn = ({ snapshot: { result, learning, paths } }: CheckFacts): Dated[] => [
  ...result.tasks.flatMap(({ tools }) =>
    tools.map(({ name, checked }) => ({ page: 5, what: name, date: checked, months: FRESH_MONTHS.tools })),
  ),
  // What nobody has checked yet says so on the page; it has no date that could be old.
  ...learning.flatMap(({ name, checked }) =>
    checked === undefined
      ? []
      : [{ page: 12, what: `learning for ${name}`, date: checked, months: FRESH_MONTHS.learning }],
  ),
  ...paths.flatMap(({ employers }) =>
    employers.map(({ name, date }) => ({ page: 13, what: name, date, months: FRESH_MONTHS.employers })),
  ),
];

function dateFaults(dated: readonly Dated[], today: string): Fault[] {
  return dated.flatMap(({ page, what, date, months }): Fault[] => {
    if (!/^\d{4}(–\d{2}|(-\d{2}){0,2})$/.test(date))
      return [{ page, words: `${what} has no date of checking` }];
    return monthsBetween(date, today) > months
      ? [{ page, words: `${what} was last checked in ${date}, more than ${months} months ago` }]
      : [];
  });
}

function releaseFaults({ snapshot, data }: CheckFacts): Fault[] {
  const bare = snapshot.sources
    .filter(({ release, licence }) => !release || !licence)
    .map(({ name }) => name);
  const old = snapshot.sources.filter(({ id, release }) => (data.releases.get(id) ?? release) !== release);
  return [
    ...(bare.length > 0 ? [{ page: 15, words: `no release or licence is named for ${listed(bare)}` }] : []),
    ...old.map(({ id, name, release }) => ({
      page: 15,
      words: `${name} is of ${release}; ${data.releases.get(id)} is the newest we hold`,
    })),
  ];
}

const monthsBetween = (from: string, to: string): number => {
  const [[fromYear = 0, fromMonth = 1], [toYear = 0, toMonth = 1]] = [endOf(from), to].map((date) =>
    date.split('-').map(Number),
  ) as [number[], number[]];
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
};

/** A list of a reporting year, such as 2024–25, is of the April in which the year ends. */
const endOf = (date: string): string => date.replace(/^(\d{2})\d{2}–(\d{2})$/, '$1$2-04');
