import { boxStrip, type BoxStripRow } from '@app/charts';
import type { Cell } from '../blocks/table.block.js';
import { inSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '../model/page-content.js';
import { TYPE } from '../text/text-style.js';
import type { SnapshotPay } from '../snapshot/blueprint-snapshot.js';

const thousands = (value: number): string => `£${Math.round(value / 1000)}k`;

/** Page 13: pay bands with the person's own, and named employers with their basis. */
export function payPage(composer: Composer): PageContent {
  const { snapshot } = composer;
  const { pay, paths, occupation } = snapshot;
  const known: { label: string; pay: SnapshotPay }[] = [
    { label: occupation.title, pay: pay.now },
    ...paths.map((path) => ({ label: path.title, pay: path.pay })),
  ].flatMap(({ label, pay: bands }) => (bands ? [{ label, pay: bands }] : []));
  const rows = known.map(({ label, pay: bands }): BoxStripRow => ({ label, ...percentilesOf(bands) }));
  const employers = paths.flatMap((path) =>
    path.employers.slice(0, 2).map((employer) => ({ path: path.title, ...employer })),
  );
  const bestPaid = [...paths]
    .filter((path) => path.pay?.median !== undefined)
    .sort((a, b) => (b.pay?.median ?? 0) - (a.pay?.median ?? 0))[0];
  const copy = composer.fill('13-pay', {
    pay_known: rows.length > 0,
    now_median: pay.now?.median ?? null,
    best: bestPaid ? { title: bestPaid.title, median: bestPaid.pay?.median ?? 0 } : null,
    you_pay: pay.you?.label ?? null,
    bases: known.map(({ label, pay: bands }) => `${inSentence(label)}: ${bands.basis}`).join('; '),
    employer_count: employers.length,
    employers_date: employers[0]?.date ?? null,
    without: paths.filter((path) => path.employers.length === 0).map((path) => inSentence(path.title)),
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
      ...(rows.length > 0
        ? [composer.words(copy.words('bases_note'), { style: TYPE.source, gap: 6, minLines: 99 })]
        : []),
      ...(employers.length > 0
        ? [
            composer.heading('Large employers in industries that employ these roles', 18),
            composer.table(
              [
                { head: 'Path', width: 2.2, lines: 2 },
                { head: 'Employer', width: 3.6, lines: 2 },
                { head: 'The industry it is in', width: 5.2, lines: 3 },
                { head: 'Employees', width: 1.9, align: 'right', lines: 2 },
              ],
              employers.map((one, index): Cell[] => [
                { text: employers[index - 1]?.path === one.path ? '' : one.path, strong: true },
                one.name,
                { text: basisOf(one.basis), ink: 'muted' },
                { text: one.size.replace(/ employees$/, ''), ink: 'muted' },
              ]),
              { gap: 4, rowsAre: 'employers', minRows: 3, givesWay: 3 },
            ),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}

/** The heading says what all have in common; the row says what is its own. */
function basisOf(basis: string): string {
  const own = basis
    .replace(/^A large employer in an industry that employs this role: /, '')
    .replace(/ holds (\d+%) of the UK jobs in its occupation group\.$/, ' ($1 of the role’s UK jobs)');
  return own.charAt(0).toUpperCase() + own.slice(1);
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
