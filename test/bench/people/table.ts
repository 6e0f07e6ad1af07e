import { printTable, type Row } from '../ratio-table.js';
import type { Visitor } from './people.js';
import { type Screen, secondsOf } from './visit.js';

const MOST_SECONDS = 180;
const MOST_HEIGHTS = 10;

/** One person's way: screens up to the first result, and from there to the full one. */
export interface Walked {
  readonly person: Visitor;
  readonly first: readonly Screen[];
  readonly rest: readonly Screen[];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};
const secondsIn = (screens: readonly Screen[]): number => sum(screens.map(secondsOf));
const heightsIn = (screens: readonly Screen[]): number => sum(screens.map(({ heights }) => heights));
const said = (name: string, number: number): string => `${number.toFixed(0)} s ${name}`;
const list = (name: string, what: readonly string[]): string[] =>
  what.length === 0 ? [] : [`${what.length} ${name}: ${what.join(', ')}`];

function personRow({ who, device }: Visitor, screens: readonly Screen[]): Row {
  const answered = sum(screens.map((screen) => screen.answered));
  const note = [
    said('waiting', sum(screens.map(({ waiting }) => waiting))),
    said('reading', sum(screens.map(({ reading }) => reading))),
    said('hands', sum(screens.map(({ hands }) => hands))),
    ...list(
      'mistakes',
      screens.flatMap(({ mistakes }) => mistakes),
    ),
    ...list(
      'hesitations',
      screens.flatMap(({ hesitations }) => hesitations),
    ),
  ].join('; ');
  return {
    what: `${who} (${device})`,
    seen: `${secondsIn(screens).toFixed(0)} s, ${heightsIn(screens).toFixed(1)} screens, ${answered} answered`,
    bar: '',
    pass: true,
    note,
  };
}

/** Everybody on one kind of page. */
function pageRow(name: string, screens: readonly Screen[]): Row {
  const middle = (of: (screen: Screen) => number): string => median(screens.map(of)).toFixed(1);
  return {
    what: name,
    seen: `${middle(secondsOf)} s, ${middle(({ heights }) => heights)} screens`,
    bar: '',
    pass: true,
    note: `${screens.length} times; waiting ${middle(({ waiting }) => waiting)}, reading ${middle(({ reading }) => reading)}, hands ${middle(({ hands }) => hands)}`,
  };
}

function medianRows(walked: readonly Walked[]): Row[] {
  const phones = walked.filter(({ person }) => person.device === 'phone');
  const seconds = median(walked.map(({ first }) => secondsIn(first)));
  const heights = median(phones.map(({ first }) => heightsIn(first)));
  const waiting = median(walked.map(({ first }) => sum(first.map((screen) => screen.waiting))));
  return [
    {
      what: 'home to first result, median',
      seen: `${seconds.toFixed(0)} s`,
      bar: `< ${MOST_SECONDS} s`,
      pass: seconds < MOST_SECONDS,
      note: `waiting measured on this machine, ${waiting.toFixed(0)} s of it; reading, taps and typing modelled`,
    },
    {
      what: 'the same on a phone, median',
      seen: `${heights.toFixed(1)} screens`,
      bar: `< ${MOST_HEIGHTS}`,
      pass: heights < MOST_HEIGHTS,
      note: `${phones.length} people; every page is one at least`,
    },
  ];
}

/** A report's address is its occupation's; all reports are one kind of page. */
const kindOf = ({ name }: Screen): string => name.replace(/^\/occupations\/.+/, '/occupations/…');

/** Prints what was seen. @returns true when every bar was met */
export function printPeople(walked: readonly Walked[]): boolean {
  const screens = walked.flatMap(({ first }) => first);
  const kinds = [...new Set(screens.map(kindOf))];
  printTable(
    'From home to the first result',
    walked.map(({ person, first }) => personRow(person, first)),
  );
  printTable(
    'The same by page, medians',
    kinds.map((kind) =>
      pageRow(
        kind,
        screens.filter((screen) => kindOf(screen) === kind),
      ),
    ),
  );
  printTable(
    'From there to the full result',
    walked.map(({ person, rest }) => personRow(person, rest)),
  );
  return printTable('Bars', medianRows(walked));
}
