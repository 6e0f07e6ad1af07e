import { type CheckFacts, isReading, squash } from './check-facts.js';
import type { CheckResult } from './check-result.js';

type Check = (facts: CheckFacts) => CheckResult;
type Found = Pick<CheckResult, 'level' | 'found'>;

const green = (found: string): Found => ({ level: 'green', found });
const amber = (found: string): Found => ({ level: 'amber', found });
const red = (found: string): Found => ({ level: 'red', found });

/** The name on the order is the one in the snapshot and in the text of the cover. */
export const customerName: Check = ({ reading, snapshot, customerName: given }) => ({
  id: 'name',
  title: 'Name as given',
  ...nameFound(reading, snapshot.person.name, given),
});

function nameFound(reading: CheckFacts['reading'], used: string, given: string): Found {
  if (squash(used) !== squash(given))
    return red('The draft was made for another name than the one on the order.');
  if (isReading(reading) && squash(reading.pages[0] ?? '').includes(squash(given)))
    return green('The name on the order stands on the cover, letter for letter.');
  return amber('The name could not be found in the text of the cover. Compare it by eye.');
}

/** Scores are compared unrounded; more than this apart is a difference and not arithmetic. */
const SAME = 0.005;

/** The score is worked out anew from the stored answers; it must be the one in the file. */
export const score: Check = ({ recomputed, snapshot, reading, catalogueVersion }) => ({
  id: 'score',
  title: 'Score worked out again',
  ...scoreFound(recomputed, snapshot, reading, catalogueVersion),
});

function scoreFound(
  recomputed: CheckFacts['recomputed'],
  snapshot: CheckFacts['snapshot'],
  reading: CheckFacts['reading'],
  catalogue: string,
): Found {
  if ('impossible' in recomputed)
    return red(`The score could not be worked out again: ${recomputed.impossible}.`);
  const drafted = snapshot.result.score;
  if (Math.abs(recomputed.score - drafted) > SAME) {
    const words = `The answers give ${recomputed.score.toFixed(1)}; the draft says ${drafted.toFixed(1)}`;
    // The figures may have moved with the data; then a newer draft is due, which is a person's decision.
    return catalogue === snapshot.versions.catalogue
      ? red(`${words}, with the same catalogue.`)
      : amber(`${words}; the catalogue has changed since it was drafted.`);
  }
  const shown = String(Math.round(drafted));
  const standsThere =
    isReading(reading) &&
    [reading.pages[0], reading.pages[1]].every((page) =>
      new RegExp(`(^|\\D)${shown}(\\D|$)`).test(page ?? ''),
    );
  return standsThere
    ? green(`The stored answers give ${shown} again, and ${shown} stands on pages 1 and 2.`)
    : amber(
        `The answers give ${shown} again, but the number was not found on pages 1 and 2. Compare it by eye.`,
      );
}

/** The window in the file is that of the answers, and no sentence about it names a year outside. */
export const windowWords: Check = ({ recomputed, snapshot, reading }) => ({
  id: 'window',
  title: 'Window agrees with the words',
  ...windowFound(recomputed, snapshot, reading),
});

function windowFound(
  recomputed: CheckFacts['recomputed'],
  snapshot: CheckFacts['snapshot'],
  reading: CheckFacts['reading'],
): Found {
  const { window } = snapshot.result;
  const outside = yearsIn(window.sentence).filter(
    (year) => year < (window.fromYear ?? -Infinity) || year > (window.toYear ?? Infinity),
  );
  if (outside.length > 0)
    return red(`The sentence names ${outside.join(', ')}, which is outside the window.`);
  if (!('impossible' in recomputed) && recomputed.window.words !== window.words)
    return amber(`The answers now give “${recomputed.window.words}”; the draft says “${window.words}”.`);
  const text = isReading(reading) ? squash(reading.pages.join(' ')) : '';
  const stands = [window.words, window.sentence].some((words) => text.includes(squash(words)));
  return stands
    ? green(`“${window.words}” follows from the answers and stands in the text.`)
    : amber(`“${window.words}” was not found in the text. Compare it by eye.`);
}

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/\b(20\d\d)(?!s)\b/g)].map(([year]) => Number(year));

/** Tools, learning routes and employers carry the date on which they were looked up; after these many months somebody should look again. */
const FRESH_MONTHS = { tools: 12, learning: 12, employers: 24 } as const;

/** Only dates that the snapshot holds are judged; that a source says what we say it says is not proved by this. */
export const sourceDates: Check = ({ snapshot, today }) => ({
  id: 'sources',
  title: 'Sources in date',
  ...datesFound(snapshot, today),
});

function datesFound(snapshot: CheckFacts['snapshot'], today: string): Found {
  const dated = [
    ...snapshot.result.tasks.flatMap((task) =>
      task.tools.map(({ name, checked }) => ({ what: name, date: checked, months: FRESH_MONTHS.tools })),
    ),
    ...snapshot.learning.map(({ name, checked }) => ({
      what: `learning for ${name}`,
      date: checked,
      months: FRESH_MONTHS.learning,
    })),
    ...snapshot.paths.flatMap((path) =>
      path.employers.map(({ name, date }) => ({ what: name, date, months: FRESH_MONTHS.employers })),
    ),
  ];
  const undated = dated.filter(({ date }) => !/^\d{4}(-\d{2}){0,2}/.test(date)).map(({ what }) => what);
  if (undated.length > 0) return amber(`No date of checking: ${listed(undated)}.`);
  const old = dated
    .filter(({ date, months }) => monthsBetween(date, today) > months)
    .map(({ what, date }) => `${what} (${date})`);
  if (old.length > 0) return amber(`Looked up too long ago: ${listed(old)}.`);
  if (snapshot.sources.some(({ release, licence }) => !release || !licence))
    return amber('A source names no release or licence.');
  return green(
    `${dated.length} dated entries are recent enough, and all ${snapshot.sources.length} sources name their release and licence.`,
  );
}

const monthsBetween = (from: string, to: string): number => {
  const [[fromYear = 0, fromMonth = 1], [toYear = 0, toMonth = 1]] = [from, to].map((date) =>
    date.split('-').map(Number),
  ) as [number[], number[]];
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
};

/** A named employer stands on evidence: what it is known from, how large it is, and when that was looked up. */
export const employers: Check = ({ snapshot }) => {
  const named = snapshot.paths.flatMap((path) => path.employers);
  const bare = named.filter(({ basis, date, size }) => !basis || !date || !size).map(({ name }) => name);
  const found =
    bare.length > 0
      ? red(`Named without basis, size or date: ${listed(bare)}.`)
      : green(
          named.length === 0
            ? 'No employer is named.'
            : `All ${named.length} named employers carry a basis, a size and a date.`,
        );
  return { id: 'employers', title: 'Employers evidenced', ...found };
};

const listed = (names: readonly string[]): string => {
  const unique = [...new Set(names)];
  return unique.length <= 4
    ? unique.join(', ')
    : `${unique.slice(0, 3).join(', ')} and ${unique.length - 3} more`;
};
