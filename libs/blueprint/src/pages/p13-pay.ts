import { boxStrip, type BoxStripRow } from '@app/charts';
import { type Cell, type PageContent, TYPE } from '@app/typeset';
import { inSentence, regionInSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { SnapshotEmployer, SnapshotPath, SnapshotPay } from '../snapshot/blueprint-snapshot.js';

const thousands = (value: number): string => `£${Math.round(value / 1000)}k`;

/** With fewer names the words on who usually employs stand beside them. */
const FEWEST_NAMED = 3;

/** Page 13: pay bands with the person's own, and named employers with their basis. */
export function payPage(composer: Composer): PageContent {
  const { snapshot } = composer;
  const { pay, paths, occupation } = snapshot;
  const known: { label: string; pay: SnapshotPay }[] = [
    { label: occupation.title, pay: pay.now },
    ...paths.map((path) => ({ label: path.title, pay: path.pay })),
  ].flatMap(({ label, pay: bands }) => (bands ? [{ label, pay: bands }] : []));
  const rows = known.map(({ label, pay: bands }): BoxStripRow => ({ label, ...percentilesOf(bands) }));
  const named = paths.flatMap((path) => path.employers);
  const bestPaid = [...paths]
    .filter((path) => path.pay?.median !== undefined)
    .sort((a, b) => (b.pay?.median ?? 0) - (a.pay?.median ?? 0))[0];
  const copy = composer.fill('13-pay', {
    pay_known: rows.length > 0,
    now_median: pay.now?.median ?? null,
    best: bestPaid ? { title: bestPaid.title, median: bestPaid.pay?.median ?? 0 } : null,
    you_pay: pay.you ? inSentence(pay.you.label) : null,
    own_market: pay.own?.market ?? null,
    own_law: pay.own?.law ?? null,
    law_source: pay.own?.source ?? null,
    part_time: pay.now?.hours ?? paths[0]?.pay?.hours ?? null,
    under: pay.own?.under ?? false,
    scales: pay.scales?.join(' ') ?? null,
    bases: known.map(({ label, pay: bands }) => `${inSentence(label)}: ${bands.basis}`).join('; '),
    employer_count: named.length,
    employers_date: named[0]?.date ?? null,
    employing_known: paths.some((path) => path.employing !== undefined || path.employers.length > 0),
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
      ...(pay.own?.law
        ? [composer.words(copy.words('own_law'), { style: TYPE.table, gap: 6, minLines: 99 })]
        : []),
      ...(rows.length > 0 && pay.scales
        ? [composer.words(copy.words('scales'), { style: TYPE.table, gap: 6, minLines: 0, optional: true })]
        : []),
      ...(rows.length > 0
        ? [
            composer.words(copy.words('bases_note'), {
              style: TYPE.source,
              gap: 6,
              minLines: 0,
              optional: true,
            }),
          ]
        : []),
      ...(paths.some(({ employers, employing }) => employing !== undefined || employers.length > 0)
        ? [
            composer.heading(copy.words('employers_head'), 16),
            composer.table(
              [
                { head: 'Path', width: 2, lines: 3 },
                { head: 'Who employs, with employees as published, and where to look', width: 9.6, lines: 9 },
              ],
              paths.map((path): Cell[] => [{ text: path.title, strong: true }, employersCell(path)]),
              { gap: 4, tight: true, whole: true },
            ),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}

/** Who employs: by name where large employers fit, those near first; else the written words. */
function employersCell({ employers, employing }: SnapshotPath): Cell {
  const [near, wide] = [true, false].map((here) =>
    employers.filter(({ region }) => (region !== undefined) === here).map(nameWithSize),
  ) as [string[], string[]];
  const region = employers.find((one) => one.region !== undefined)?.region;
  const lists = [
    ...(near.length > 0 ? [`In ${regionInSentence(region ?? '')}: ${near.join(', ')}.`] : []),
    ...(wide.length > 0 ? [`${near.length > 0 ? 'All over the UK' : 'In the UK'}: ${wide.join(', ')}.`] : []),
  ];
  const usual = employers.length >= FEWEST_NAMED ? [] : [employing?.usual ?? ''];
  return [...lists, ...usual, employing?.find ?? ''].join(' ').trim();
}

/** "First Cymru Buses (500+)": the lower end of the published band. */
const nameWithSize = ({ name, size }: SnapshotEmployer): string => {
  const least = /^[\d,]+/.exec(size)?.[0];
  const short = name.replace(/[ ,]+(Limited|Ltd|LLP|Public Limited Company|plc|P\.L\.C)\.?$/i, '');
  return least ? `${short} (${least}+)` : short;
};

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
