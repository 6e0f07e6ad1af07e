import { dotPlot } from '@app/charts';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '../model/page-content.js';
import { TYPE } from '../text/text-style.js';

/** Page 15: how it was worked out, what it cannot say, and the reader's rights. */
export function methodPage(composer: Composer): PageContent {
  const { occupation, sources } = composer.snapshot;
  const percentiles = [
    occupation.scorePercentile,
    ...occupation.measures.map(({ percentile }) => percentile),
  ];
  const copy = composer.fill('15-method', {
    agreement: occupation.agreement,
    measure_count: occupation.measures.length,
    measures_low: Math.round(Math.min(...percentiles)),
    measures_high: Math.round(Math.max(...percentiles)),
    source_names: sources.map(({ name, release }) => `${name}, ${release}`),
  });
  const parts = composer.body(copy);
  const half = Math.ceil(parts.length / 2);
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          dotPlot({
            title: copy.words('chart_title'),
            width,
            row: 25 + taller,
            unit: '%',
            lowLabel: 'exposed less than all',
            highLabel: 'more than all',
            rows: [
              { label: 'Our score of the role', value: occupation.scorePercentile, you: true },
              ...occupation.measures.map(({ name, percentile, inScore }) => ({
                label: name,
                value: percentile,
                hollow: !inScore,
              })),
            ],
          }),
        { stretch: [-4, 4] },
      ),
      composer.beside(
        [
          { share: 1, blocks: parts.slice(0, half) },
          { share: 1, blocks: parts.slice(half) },
        ],
        14,
      ),
      composer.heading('Sources', 12),
      composer.words(
        sources.map(({ name, release, licence }) => `${name}, ${release} (${licence})`).join('; '),
        { style: TYPE.source, gap: 2, minLines: 2, givesWay: 7 },
      ),
    ],
  };
}
