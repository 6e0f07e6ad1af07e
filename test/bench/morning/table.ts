import { printTable, type Row } from '../ratio-table.js';
import { KNOWN_WORDS_A_MINUTE, WORDS_A_MINUTE } from '../reading-speed.js';
import type { DeskMorning } from './at-the-desk.js';
import type { AxeOnce } from './axe.js';
import type { Attack } from './attacks.js';
import type { Caught } from './caught.js';
import { EARLIER_DRAFTS } from './earlier-drafts.js';
import {
  askedOf,
  type Draft,
  LETTERS_A_MINUTE,
  minutesAsMarked,
  minutesOfAll,
  minutesOfDoubter,
  wordsOf,
} from './reading.js';
import type { Sitting } from './reviewer.js';

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? NaN;
const worst = (values: readonly number[]): number => Math.max(...values);

const spread = (values: readonly number[], digits = 0): string =>
  `${median(values).toFixed(digits)}, worst ${worst(values).toFixed(digits)}`;

/** What the morning cost a reviewer. A draft read whole is one whose every page was read; the others were settled by what was red. */
function costRows(sittings: readonly Sitting[], drafts: ReadonlyMap<string, Draft>): Row[] {
  const whole = sittings.filter(({ readWhole }) => readWhole);
  const plain = whole.filter(({ act, asked }) => act === 'approved' && asked.length === 0);
  const minutes = (of: typeof minutesOfAll): number[] =>
    whole.map((sitting) => of(drafts.get(sitting.reference) ?? [], sitting));
  const [all, marked, doubter] = [minutes(minutesOfAll), minutes(minutesAsMarked), minutes(minutesOfDoubter)];
  const asked = whole.map((sitting) => askedOf(drafts.get(sitting.reference) ?? [], sitting));
  const total = (reading: readonly number[]): number[] =>
    whole.map(
      ({ seconds, letters }, index) => seconds / 60 + letters / LETTERS_A_MINUTE + (reading[index] ?? NaN),
    );
  const fact = (what: string, seen: string, note = ''): Row => ({ what, seen, bar: '', pass: true, note });
  const bar = (what: string, reading: readonly number[], note: string): Row => ({
    what,
    seen: `${median(total(reading)).toFixed(1)} min`,
    bar: '< 8 min',
    pass: median(total(reading)) < 8,
    note,
  });
  return [
    fact(
      'sittings over drafts',
      String(sittings.length),
      `${whole.length} read whole, ${sittings.length - whole.length} settled by what was red`,
    ),
    fact(
      'drafts each had read before the morning',
      String(EARLIER_DRAFTS),
      'of people of other work; one person in two of the morning has work that somebody before them had, with other answers',
    ),
    fact(
      'keys a sitting, a plain good draft',
      spread(plain.map(({ keys }) => keys)),
      `${plain.length} of them; ${median(plain.map(({ letters }) => letters))} letters of the note`,
    ),
    fact(
      'keys a sitting, all',
      spread(sittings.map(({ keys }) => keys)),
      `letters typed ${spread(sittings.map(({ letters }) => letters))}`,
    ),
    fact(
      'seconds in the browser, drafts read whole',
      spread(whole.map(({ seconds }) => seconds)),
      'waiting for pages included, on a shared machine',
    ),
    fact(
      'seconds in the browser, settled by what was red',
      spread(sittings.filter(({ readWhole }) => !readWhole).map(({ seconds }) => seconds)),
    ),
    fact(
      'reading every word of a draft, minutes',
      spread(all, 1),
      `${median([...drafts.values()].map(wordsOf))} words at ${WORDS_A_MINUTE} a minute; modelled`,
    ),
    fact(
      'words the desk marks as new to the reader',
      spread(asked.map(({ read }) => read)),
      `read at ${WORDS_A_MINUTE} a minute: frames of sentences, what they are filled with and names that neither they nor, for a first approval, a colleague in an approved draft has read`,
    ),
    fact(
      'words looked over',
      spread(asked.map(({ lookedOver }) => lookedOver)),
      `at ${KNOWN_WORDS_A_MINUTE}: names and figures of this person, what stands around new words, charts and footers`,
    ),
    fact(
      'words not read again',
      spread(asked.map(({ leftOut }) => leftOut)),
      'read before, and the same whoever the draft is for; the desk proves that they are unchanged',
    ),
    fact(
      'reading as the desk marks it, minutes',
      spread(marked, 1),
      `modelled; whoever doubts that and looks over the words read before as well: ${spread(doubter, 1)}`,
    ),
    fact(
      'typing, minutes, drafts read whole',
      spread(
        whole.map(({ letters }) => letters / LETTERS_A_MINUTE),
        1,
      ),
      `${LETTERS_A_MINUTE} letters a minute; modelled`,
    ),
    fact(
      'a draft with every word of it read, median',
      `${median(total(all)).toFixed(1)} min`,
      'measured + modelled; nobody does so twice',
    ),
    bar(
      'a draft judged as the desk marks it, median',
      marked,
      `measured + modelled; ${((100 * median(marked)) / median(total(marked))).toFixed(0)} % of it is reading`,
    ),
  ];
}

const caughtRows = (caught: readonly Caught[]): Row[] =>
  caught.map(({ fault, check, act, sent }) => ({
    what: fault,
    seen: act,
    bar: 'never approved',
    pass: check !== '' && !sent,
    note: check,
  }));

const attackRows = (attacks: readonly Attack[]): Row[] =>
  attacks.map(({ what, refused, words }) => ({
    what,
    seen: refused ? 'refused' : 'WENT THROUGH',
    bar: 'refused',
    pass: refused,
    note: words,
  }));

const axeRow = ({ pages, faults }: AxeOnce): Row => ({
  what: `axe at 1280 and 390 px on ${pages.size} kinds of pages`,
  seen: `${faults.length} faults`,
  bar: '0',
  pass: faults.length === 0,
  note: faults.join(' | '),
});

/** Prints what the morning showed. @returns true when every bar was met. */
export function printMorning(
  { sittings, attacks, axe }: DeskMorning,
  drafts: ReadonlyMap<string, Draft>,
  caught: readonly Caught[],
): boolean {
  const met = caught.filter(({ check, sent }) => check !== '' && !sent).length;
  return [
    printTable('A morning at the desk', costRows(sittings, drafts)),
    printTable(`Planted faults: ${met} of ${caught.length} caught`, caughtRows(caught)),
    printTable('Attacks and accessibility', [...attackRows(attacks), axeRow(axe)]),
  ].every(Boolean);
}
