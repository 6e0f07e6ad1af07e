import { boxStrip, type BoxStripRow } from '@app/charts';
import { employerWords } from './employer-words.js';
import { type Cell, type PageContent, TYPE } from '@app/typeset';
import { inSentence, regionInSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { BlueprintSnapshot, SnapshotPath, SnapshotPay } from '../snapshot/blueprint-snapshot.js';

const thousands = (value: number): string => (value === 0 ? '£0' : `£${Math.round(value / 1000)}k`);

type Employing = Pick<SnapshotPath, 'title' | 'employers' | 'employing'>;

/** Page 13 has room for so many steps whose employers are not those of the trade. */
const MOST_STEPS_ELSEWHERE = 2;

/** Of who stays: those who have the posts of their next steps, where others than the trade’s own employers do. */
const stepsElsewhere = ({ recommended, steps = [] }: BlueprintSnapshot): Employing[] =>
  recommended === 'stay'
    ? steps
        .filter(({ who }) => who !== undefined)
        .slice(0, MOST_STEPS_ELSEWHERE)
        .map(({ step, who = '' }) => ({
          title: `Step: ${step}`,
          employers: [],
          employing: { usual: who, find: '' },
        }))
    : [];

/** Page 13: pay bands with the person's own, and named employers with their basis. */
export function payPage(composer: Composer): PageContent {
  const { snapshot } = composer;
  const { pay, paths, occupation } = snapshot;
  const known: { label: string; pay: SnapshotPay }[] = [
    { label: occupation.title, pay: pay.now },
    ...paths.map((path) => ({ label: path.title, pay: path.pay })),
  ].flatMap(({ label, pay: bands }) => (bands ? [{ label, pay: bands }] : []));
  const rows = known.map(({ label, pay: bands }): BoxStripRow => ({ label, ...percentilesOf(bands) }));
  // Where there is room, those who employ people in their own work come first: another employer is a move too.
  const own = snapshot.ownEmployers;
  const employing: Employing[] = [
    ...(own ? [{ title: `${occupation.title}, your own work`, ...own }] : []),
    ...stepsElsewhere(snapshot),
    ...paths.map((path, place) => ({ ...path, employers: path.employers.slice(0, place === 0 ? 3 : 2) })),
  ];
  const named = employing.flatMap(({ employers }) => employers);
  const bestPaid = [...paths]
    .filter((path) => path.pay?.median !== undefined)
    .sort((a, b) => (b.pay?.median ?? 0) - (a.pay?.median ?? 0))[0];
  const start = paths[0] && !paths[0].entry.employing ? paths[0].pay?.p25 : undefined;
  const least = pay.law?.least ?? 0;
  const isOlder = rows.some(({ median }) => median !== undefined && median < least);
  const isByLaw = start !== undefined && start < least;
  const isLawSaid = isOlder || isByLaw || paths.some(({ floor }) => floor === 'law');
  // What they live on, their scale and pension, before the names that the statistics have for a group.
  const isPressing = /^Universal Credit/.test(pay.leaving?.[0] ?? '') || pay.own?.scaleNote !== undefined;
  const copy = composer.fill('13-pay', {
    pay_known: rows.length > 0,
    now_median: pay.now?.median ?? null,
    best: bestPaid ? { title: bestPaid.title, median: bestPaid.pay?.median ?? 0 } : null,
    you_pay: pay.you ? inSentence(pay.you.label) : null,
    own_market: pay.own?.market ?? null,
    own_law: pay.own?.law ?? null,
    older_than_law: isOlder,
    law_said: isLawSaid,
    hours_of_floor: pay.own?.hoursOfFloor ?? null,
    path_floor: paths[0]?.floor ?? null,
    same_scale: paths[0]?.sameScale === true,
    path_start: start ?? null,
    start_by_law: isByLaw,
    law: pay.law ?? null,
    law_source: pay.own?.source ?? (isLawSaid ? pay.law?.source : null) ?? null,
    part_time: pay.now?.hours ?? paths[0]?.pay?.hours ?? null,
    under: pay.own?.under ?? false,
    on_scale: pay.own?.onScale ?? false,
    scale_note: pay.own?.scaleNote ?? null,
    scales: pay.scales?.join(' ') ?? null,
    ...basesOf(known),
    employer_count: named.length,
    // The year of the register, which sizes are of; one that is in none has no size.
    employers_date: named.find(({ size }) => /^\d/.test(size))?.date ?? null,
    employing_known: employing.some((one) => one.employing !== undefined || one.employers.length > 0),
    now_quarters:
      pay.now?.p25 !== undefined && pay.now.p75 !== undefined
        ? { low: pay.now.p25, high: pay.now.p75 }
        : null,
  });
  return {
    ...copy,
    blocks: [
      ...(rows.length > 0
        ? [
            composer.figure(
              ({ width, taller }) =>
                boxStrip({
                  title: copy.words('chart_title'),
                  width,
                  row: 44 + taller,
                  rows,
                  format: thousands,
                  ...(pay.you && { you: { label: `You: ${pay.you.label}`, range: pay.you } }),
                }),
              { stretch: [-8, 12] },
            ),
          ]
        : [composer.words(copy.words('no_pay'))]),
      ...(copy.words('own_law').trim() !== ''
        ? [composer.words(copy.words('own_law'), { style: TYPE.table, gap: 6, minLines: 99 })]
        : []),
      ...(pay.own?.scaleNote !== undefined
        ? [composer.words(copy.words('scale_note'), { style: TYPE.table, gap: 6, minLines: 99 })]
        : []),
      ...(rows.length > 0 && pay.scales
        ? [composer.words(copy.words('scales'), { style: TYPE.table, gap: 6, minLines: 99, optional: true })]
        : []),
      ...(rows.length > 0
        ? [
            ...(isPressing ? ['bases_area', 'bases_names'] : ['bases_note']).flatMap((part) =>
              copy.words(part).trim() === ''
                ? []
                : [
                    composer.words(copy.words(part), {
                      style: TYPE.source,
                      gap: part === 'bases_names' ? 1 : 6,
                      minLines: 99,
                      optional: true,
                      goesFirst: part === 'bases_names',
                    }),
                  ],
            ),
          ]
        : []),
      ...(employing.some((one) => one.employing !== undefined || one.employers.length > 0)
        ? [
            composer.heading(copy.words('employers_head'), 16),
            composer.table(
              [
                { head: 'Path', width: 2, lines: 4 },
                { head: 'Who employs, with employees as published, and where to look', width: 9.6, lines: 9 },
              ],
              employing.map((one): Cell[] => [
                { text: one.title, strong: true },
                employerWords(
                  one,
                  paths.slice(1).some(({ title }) => title === one.title),
                ),
              ]),
              { gap: 4, tight: true, whole: true },
            ),
          ]
        : []),
      ...(pay.leaving
        ? [
            composer.heading(copy.words('leaving_head'), 12),
            ...(isPressing
              ? [
                  ...pay.leaving
                    .slice(0, PRESSING)
                    .map((fact) => composer.facts([fact], 1, { ...LEAVING, optional: true })),
                  ...(pay.leaving.length > PRESSING
                    ? [composer.facts(pay.leaving.slice(PRESSING), 1, { ...LEAVING, optional: true })]
                    : []),
                ]
              : [composer.facts(pay.leaving, 1, { ...LEAVING, optional: true })]),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}

/** How what to know before notice is set, and how many of its facts stay while the page has anything else to leave out. */
const LEAVING = { style: TYPE.table, gap: 3, between: 2 } as const;
const PRESSING = 2;

/** "Bus drivers" needs no word beside "bus driver". */
const isPluralOf = (group: string, label: string): boolean => singular(group) === singular(label);
const singular = (title: string): string =>
  title.toLowerCase().replace(/ and /g, ' or ').replace(/ies\b/g, 'y').replace(/s\b/g, '');

/** What is left over in a group goes by three letters there, which nobody reads. */
const groupName = (group: string): string =>
  group.replace(/,? n\.e\.c\.?$/, /\bother\b/i.test(group) ? '' : ' (others)');

/** Of which groups the figures are where their name is another, with the area said once where it is one for all. */
function basesOf(known: readonly { label: string; pay: SnapshotPay }[]): { area: string; names: string } {
  const parts = known.map(({ label, pay }) => {
    const at = pay.basis.lastIndexOf(', ');
    return {
      label: inSentence(label),
      group: groupName(pay.basis.slice(0, at)),
      area: pay.basis.slice(at + 2),
    };
  });
  const [area] = parts.map((part) => part.area);
  const isOne = area !== undefined && parts.every((part) => part.area === area);
  const other = parts.filter(({ label, group }) => !isPluralOf(group, label));
  const named = other.map((part) => `${part.label}: ${part.group}${isOne ? '' : `, ${part.area}`}`);
  const all = isOne ? [`The figures are for ${area === 'UK' ? 'the UK' : regionInSentence(area)}`] : [];
  const sentences = (said: readonly string[]): string =>
    said
      .map((words) => `${words.replace(/^./, (letter) => letter.toUpperCase()).replace(/\.$/, '')}.`)
      .join(' ');
  return { area: sentences(all), names: sentences(named) };
}

/** The percentiles that were published. */
function percentilesOf({ p10, p25, median, p75, p90 }: SnapshotPay): Omit<BoxStripRow, 'label'> {
  return {
    ...(p10 !== undefined && { p10 }),
    ...(p25 !== undefined && { p25 }),
    ...(median !== undefined && { median }),
    ...(p75 !== undefined && { p75 }),
    ...(p90 !== undefined && { p90 }),
  };
}
