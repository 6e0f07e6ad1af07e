import type { Dataset } from '../dataset/types.js';
import type { EvidenceDot, OccupationReport } from '../model/report.js';
import type { Unlinked } from '../build/data-occupation.js';
import { mayPassOn } from '../dataset/may-pass-on.js';
import { shownPercentile } from '../method/percentile-words.js';
import { countWords } from '@app/kernel';

/** Spread of the dots in percentile points up to which measures are said to agree closely, or broadly. */
const CLOSE = 25;
const BROAD = 50;

/** Every measure known for the occupation as a dot on one axis (percentile of UK employment), with a sentence on how far they agree. */
export function evidenceOf(dataset: Dataset, occupation: Unlinked): OccupationReport['evidence'] {
  const known = dataset.measures.get(occupation.code) ?? {};
  const all = dataset.measureInfo.flatMap((info): EvidenceDot[] => {
    const measured = known[info.id];
    if (!measured) return [];
    const { id, name, unit, inScore, source } = info;
    // An edited score stands on its tasks: no published measure is in it.
    return [
      {
        measure: id,
        name,
        unit,
        source,
        inScore: inScore && occupation.kind === 'data',
        value: mayPassOn(dataset, info) ? measured.value : null,
        percentile: measured.percentile,
      },
    ];
  });
  // A dial of its own: it asks what machines could take over, not what AI can do today.
  const dots = all.filter(({ measure }) => measure !== 'freyOsborne');
  const routine = all.find(({ measure }) => measure === 'freyOsborne');
  return {
    dots,
    ...(routine ? { routine } : {}),
    scorePercentile: occupation.percentile,
    agreement: agreementWords(dots),
  };
}

/** One sentence from the dots alone. */
export function agreementWords(dots: readonly Pick<EvidenceDot, 'percentile'>[]): string {
  if (dots.length < 2) return 'There are too few measures of this work to say whether they agree.';
  // As the table shows them: rounded down like every percentile.
  const places = dots.map(({ percentile }) => shownPercentile(percentile));
  const low = Math.min(...places);
  const high = Math.max(...places);
  const verdict =
    high - low <= CLOSE
      ? 'they agree closely'
      : high - low <= BROAD
        ? 'they agree broadly'
        : 'they disagree, which is one reason for the width of the range';
  return `On ${countWords(dots.length)} published measures, the share of UK workers whose work is less exposed runs from ${low}% to ${high}%: ${verdict}.`;
}
