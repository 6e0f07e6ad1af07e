import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { MODEL_MONTH, yearAfter } from '../method/model.js';
import { shownPercentile } from '../method/percentile-words.js';
import { roundHalfUp } from '../method/rounding.js';
import { HORIZON_MONTHS } from '../method/window.js';
import type { TimelinePeriod } from '../model/report.js';

const percent = (share: number): number => roundHalfUp(100 * share);

/** Past, now and next of a data report: what each measure in the score says, and the window. */
export function dataTimeline(dataset: Dataset, { code, window }: Unlinked): TimelinePeriod[] {
  return [
    period(
      'past',
      2013,
      2022,
      'Machines that follow rules',
      rulesText(dataset.measures.get(code)?.freyOsborne?.percentile),
    ),
    period(
      'now',
      2023,
      2026,
      'Tools that use language',
      languageText(percent(dataset.measures.get(code)?.gptHuman?.value ?? 0)),
    ),
    next(window),
  ];
}

/** Its values are not passed on, only where the work stands among UK jobs. */
const rulesText = (percentile: number | undefined): string =>
  percentile === undefined
    ? 'The best-known study of 2013, on work that computers and machines could take over, has no figure for this work.'
    : `The best-known study of 2013 asked which work computers and machines could take over, and ranked this work ${shownPercentile(percentile) === 0 ? 'among the last' : `above ${shownPercentile(percentile)}% of UK jobs`}. That was before language models, and counts mostly routine work.`;

const languageText = (g: number): string =>
  `In a study of language models, people judged which of the listed tasks these could speed up, alone or with further software. Counting the second kind as half, that is ${g === 0 ? 'none' : `${g}%`} of the tasks of this work.`;

const RISING = 'If exposure rises here as our editors expect of the tasks they rated,';

function next({ fromYear, toYear, centralMonths }: Unlinked['window']): TimelinePeriod {
  const horizon = yearAfter(MODEL_MONTH, HORIZON_MONTHS);
  if (fromYear === undefined) {
    return period(
      'next',
      yearAfter(MODEL_MONTH, 2),
      horizon,
      'A slow change, if at all',
      `${RISING} tools could still do less than half of the listed work at the end of this period.`,
    );
  }
  if (toYear === undefined) {
    return period(
      'next',
      fromYear,
      horizon,
      centralMonths === null
        ? 'In reach only if tools are taken up quickly'
        : 'In reach unless tools are taken up slowly',
      `${RISING} tools could do half of the listed work in this period where they are taken up quickly${centralMonths === null ? '' : ' or at a middling pace'}, and later elsewhere.`,
    );
  }
  return period(
    'next',
    fromYear,
    toYear,
    'Half of the work comes into reach',
    `${RISING} tools could do half of the listed work in this period: at its start where they are taken up quickly, at its end where rules, cost and trust hold them back.`,
  );
}

const period = (
  phase: TimelinePeriod['phase'],
  from: number,
  to: number,
  title: string,
  text: string,
): TimelinePeriod => ({ phase, from, to, period: from === to ? String(from) : `${from}–${to}`, title, text });
