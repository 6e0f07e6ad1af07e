import { boxStrip, type BoxStripRow } from '@app/charts';
import { type Cell, type PageContent, TYPE } from '@app/typeset';
import { inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { SnapshotEmployer, SnapshotPay } from '../snapshot/blueprint-snapshot.js';

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
  const employers = paths.flatMap((path) => byIndustry(path.title, path.employers));
  const bestPaid = [...paths]
    .filter((path) => path.pay?.median !== undefined)
    .sort((a, b) => (b.pay?.median ?? 0) - (a.pay?.median ?? 0))[0];
  const copy = composer.fill('13-pay', {
    pay_known: rows.length > 0,
    now_median: pay.now?.median ?? null,
    best: bestPaid ? { title: bestPaid.title, median: bestPaid.pay?.median ?? 0 } : null,
    you_pay: pay.you ? inSentence(pay.you.label) : null,
    bases: known.map(({ label, pay: bands }) => `${inSentence(label)}: ${bands.basis}`).join('; '),
    employer_count: paths.reduce((sum, path) => sum + path.employers.length, 0),
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
                { head: 'Path', width: 2.4, lines: 2 },
                { head: 'Industry, and its share of the role’s UK jobs', width: 3.4, lines: 3 },
                { head: 'Among its largest employers', width: 6, lines: 4 },
              ],
              employers.map((one, index): Cell[] => [
                { text: employers[index - 1]?.path === one.path ? '' : one.path, strong: true },
                { text: one.industry, ink: 'muted' },
                one.names,
              ]),
              { gap: 4, rowsAre: 'industries', minRows: 3, givesWay: 3 },
            ),
          ]
        : []),
      ...composer.body(copy),
    ],
  };
}

interface IndustryRow {
  readonly path: string;
  readonly industry: string;
  readonly names: string;
  readonly date: string;
}

/** Employers of one path, a row for each industry they are named for, in the order of the evidence. */
function byIndustry(path: string, employers: readonly SnapshotEmployer[]): IndustryRow[] {
  const rows = new Map<string, SnapshotEmployer[]>();
  for (const employer of employers) {
    const industry = industryOf(employer.basis);
    rows.set(industry, [...(rows.get(industry) ?? []), employer]);
  }
  return [...rows].map(([industry, all]) => ({
    path,
    industry,
    names: namesWithSize(all),
    date: all[0]?.date ?? '',
  }));
}

/** "Barts Health NHS Trust and Leeds Teaching Hospitals (each 5,000 employees or more)": the band of the smallest. */
function namesWithSize(employers: readonly SnapshotEmployer[]): string {
  const least = employers
    .map(({ size }) => /^[\d,]+/.exec(size)?.[0] ?? '')
    .sort((a, b) => Number(a.replace(/,/g, '')) - Number(b.replace(/,/g, '')))[0];
  const names = listed(
    employers.map(({ name }) => name.replace(/ (Limited|Ltd|LLP|Public Limited Company|plc)\.?$/i, '')),
  );
  return least ? `${names} (${employers.length > 1 ? 'each ' : ''}${least} employees or more)` : names;
}

/** The heading says what all have in common; the row says what is its own: "Education, 97%". */
function industryOf(basis: string): string {
  const own = basis
    .replace(/^A large employer in an industry that employs this role: /, '')
    .replace(/ holds (\d+%) of the UK jobs in its occupation group\.$/, ', $1');
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
