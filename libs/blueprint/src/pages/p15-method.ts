import { dotPlot } from '@app/charts';
import { shownPercentile } from '@app/occupations';
import { fullDate } from '../drafting/email-summary.js';
import type { Composer } from '../model/composer.js';
import { type Block, type PageContent, TYPE } from '@app/typeset';
import type { BlueprintSnapshot, SnapshotNote } from '../snapshot/blueprint-snapshot.js';

const MOST_SOURCES = 3;
/** Letters of a note that leaves room for the chart; beside a longer one the measures are told in a sentence. */
const NOTE_BESIDE_CHART = 160;

/** The first sources in full, and where the rest are listed. */
const sourceWords = (sources: BlueprintSnapshot['sources'], more: string): string =>
  `${sources
    .slice(0, MOST_SOURCES)
    .map(({ name, release, licence }) => `${name}, ${release} (${licence})`)
    .join('; ')}${sources.length > MOST_SOURCES ? `; ${more}` : '.'}`;

/** What the reviewer wrote, signed. It is theirs alone: nobody edits it, and it is never cut. */
const noteBlocks = (composer: Composer, head: string, { text, signature }: SnapshotNote): Block[] => [
  composer.heading(head, 0),
  ...text
    .split(/\n+/)
    .map((paragraph) => composer.fixed(paragraph, { style: TYPE.body, gap: 4, minLines: 99 })),
  composer.fixed(signature, { style: TYPE.table, gap: 4, minLines: 99 }),
];

/** The measures of the role beside our score. */
function measuresChart(composer: Composer, title: string): Block {
  const { occupation, note } = composer.snapshot;
  return composer.figure(
    ({ width, taller }) =>
      dotPlot({
        title,
        width,
        row: (note ? 19 : 25) + taller,
        unit: '%',
        lowLabel: 'exposed less than all',
        highLabel: 'more than all',
        rows: [
          {
            label: 'Our score of the role',
            value: shownPercentile(occupation.scorePercentile),
            you: true,
          },
          ...occupation.measures.map(({ name, percentile, inScore }) => ({
            label: name,
            value: shownPercentile(percentile),
            hollow: !inScore,
          })),
        ],
      }),
    { stretch: note ? [-2, 10] : [-6, 4] },
  );
}

/** Page 15: how it was worked out, what it cannot say, and the reader's rights. */
export function methodPage(composer: Composer): PageContent {
  const { occupation, sources, note, evidence } = composer.snapshot;
  const percentiles = occupation.measures.map(({ percentile }) => percentile);
  const copy = composer.fill('15-method', {
    agreement: occupation.agreement,
    measure_count: occupation.measures.length,
    measures_low: shownPercentile(Math.min(...percentiles)),
    measures_high: shownPercentile(Math.max(...percentiles)),
    source_count: sources.length,
    gone: evidence?.goneHelp ?? [],
    facts: evidence?.last ? { ...evidence, last: fullDate(evidence.last) } : null,
  });
  const [left, right] = composer.columns(copy);
  const charted = !note || note.text.length <= NOTE_BESIDE_CHART;
  return {
    ...copy,
    blocks: [
      ...(note ? noteBlocks(composer, copy.words('note_head'), note) : []),
      ...(charted ? [measuresChart(composer, copy.words('chart_title'))] : []),
      ...(charted ? [] : [composer.words(occupation.agreement, { style: TYPE.table, gap: 8, minLines: 3 })]),
      composer.beside(
        [
          { share: 1, blocks: left },
          { share: 1, blocks: right },
        ],
        14,
      ),
      composer.heading('Sources', 12),
      composer.fixed(sourceWords(sources, copy.words('more_sources')), {
        style: TYPE.source,
        gap: 2,
        minLines: 3,
        givesWay: 0,
      }),
    ],
  };
}
