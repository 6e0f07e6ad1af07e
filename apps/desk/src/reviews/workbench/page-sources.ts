import { type BlueprintSnapshot, type SnapshotPath, type SnapshotPay, summaryToSend } from '@app/blueprint';
import { percentileWords } from '@app/occupations';
import { wholePounds } from '../../whole-pounds.js';

/** What a page was made from: a label and what the draft holds, as a reviewer reads it beside the page. */
export interface PageSource {
  readonly label: string;
  readonly words: string;
  /** Where it is from, or why it was chosen; '' when the person gave it. */
  readonly from: string;
}

type Sources = (snapshot: BlueprintSnapshot) => PageSource[];

const row = (label: string, words: string, from = ''): PageSource => ({ label, words, from });
const pounds = (amount: number | undefined): string =>
  amount === undefined ? 'not published' : wholePounds(amount);
const range = ({ low, high }: { low: number; high: number }): string =>
  `${Math.round(low)}–${Math.round(high)}`;

const payRow = (label: string, pay: SnapshotPay | null): PageSource =>
  pay
    ? row(label, `${pounds(pay.p25)} – ${pounds(pay.median)} – ${pounds(pay.p75)} a year`, pay.basis)
    : row(label, 'no figure, so none is shown');

const score: Sources = ({ result, answerLevel }) => [
  row(
    'Score',
    `${Math.round(result.score)}, likely ${range(result.interval)} (${result.band})`,
    `level: ${answerLevel}`,
  ),
  row('Beside others', percentileWords(result.percentile), result.comparison),
];

const week: Sources = ({ result }) => [
  row('Hours a week', String(result.hoursPerWeek), result.hoursAssumed ? 'assumed, and said so' : ''),
  ...result.tasks.map(({ name, share, told, exposure }) =>
    row(
      name,
      `${Math.round(share * 100)} % of the week, exposure ${Math.round(exposure)}`,
      told === undefined ? 'typical week' : `they said ${Math.round(told * 100)} %`,
    ),
  ),
];

const choice: Sources = ({ recommended, reasons, limits }) => [
  row('Recommended', recommended === 'stay' ? 'stay and reshape' : 'the first path'),
  ...reasons.map((reason) => row('Because', reason.replaceAll('**', ''))),
  row('Lowest pay', pounds(limits.lowestPay), limits.lowestPay === undefined ? 'not given' : 'they said'),
  row('Avoid', limits.avoid.join(', ') || 'nothing named'),
];

const path =
  (index: number): Sources =>
  ({ paths }) => {
    const one: SnapshotPath | undefined = paths[index];
    if (!one) return [row('Path', 'none of this rank')];
    return [
      row('Path', one.title, `match ${Math.round(one.matchPercent)} %, ${one.direction}`),
      ...one.why.map((why) => row('Because', why)),
      row('Score', `${Math.round(one.score)}, likely ${range(one.interval)}`),
      payRow('Pay', one.pay),
      row(
        'Way in',
        one.entry.route,
        one.entry.specific ? `checked ${one.entry.checked ?? 'never'}` : 'usual at its level',
      ),
      ...(one.entry.regulator ? [row('Licence', one.entry.regulator)] : []),
      ...(one.route?.law ?? []).map((law) => row('The law asks', law)),
      row(
        'Gaps',
        one.gaps
          .filter(({ met }) => !met)
          .map(({ name }) => name)
          .join(', ') || 'none',
      ),
    ];
  };

const payAndEmployers: Sources = ({ pay, paths }) => [
  payRow('Their pay now', pay.now),
  ...paths.flatMap(({ title, employers }) =>
    employers.map(({ name, basis, date }) => row(name, title, `${basis}, ${date}`)),
  ),
];

const plan: Sources = ({ plan: ninety }) => [
  row(
    'Hours a week',
    String(ninety.hoursPerWeek),
    ninety.hoursAssumed ? 'assumed, and said so' : 'they said',
  ),
  row('From', `${ninety.start} to ${ninety.end}`),
  ...ninety.decisions.map(({ day, question }) => row(`Day ${day}`, question)),
];

const learning: Sources = ({ learning: steps }) =>
  steps.map(({ name, hours, specific, checked }) =>
    row(name, `${hours} hours`, specific ? `checked ${checked}` : 'steps for any of its kind'),
  );

const levers: Sources = ({ result }) => [
  ...result.waterfall.map(({ label, points }) =>
    row(label, `${points > 0 ? '+' : ''}${Math.round(points)} points`),
  ),
  ...result.levers.map(({ from, to, hours, before, after }) =>
    row(`${hours} hours from ${from} to ${to}`, `${Math.round(before)} → ${Math.round(after)}`),
  ),
];

/** By page of the blueprint; pages that only lay out what others hold have the score. */
const SOURCES: Readonly<Record<number, Sources>> = {
  1: (snapshot) => [row('Name', snapshot.person.name), row('Role', snapshot.person.role), ...score(snapshot)],
  2: (snapshot) => [...score(snapshot), ...choice(snapshot)],
  3: week,
  4: levers,
  5: week,
  7: ({ result }) => [
    ...result.strengths.map((strength) => row('Strength', strength)),
    ...result.skills.map(({ name, you, role, rated }) =>
      row(name, `you ${you}, role ${role}`, rated ? 'their own rating' : 'typical of the role'),
    ),
  ],
  8: choice,
  9: path(0),
  10: path(1),
  11: path(2),
  12: learning,
  13: payAndEmployers,
  14: plan,
  15: (snapshot) => [
    ...score(snapshot),
    ...summaryToSend(snapshot).map((sentence) => row('The email with it says', sentence)),
  ],
};

/** What one page was made from. @param page from 1. */
export const pageSources = (snapshot: BlueprintSnapshot, page: number): PageSource[] =>
  (SOURCES[page] ?? score)(snapshot);
