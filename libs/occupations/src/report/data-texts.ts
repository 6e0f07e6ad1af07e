import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { HORIZON_MONTHS } from '../method/window.js';
import { MODEL_MONTH, yearAfter } from '../method/model.js';
import { type BandWord, bandWord } from '../method/band-word.js';
import { percentileWords } from '../method/percentile-words.js';
import type { Pivot } from '../model/pivot.js';
import type { Question, TimelinePeriod } from '../model/report.js';
import { OTHER_ACTIVITIES } from '../build/activity-tasks.js';
import { capital, inSentence, listWords } from './number-words.js';

const HEADLINES: Readonly<Record<BandWord, string>> = {
  'Very low': 'Most of this work is out of reach of today’s tools',
  Low: 'A small part of this work is in reach of today’s tools',
  Moderate: 'A good part of this work is in reach of today’s tools',
  High: 'Much of this work is in reach of today’s tools',
  'Very high': 'Most of this work is in reach of today’s tools',
};

/** The words of a data report, made from its figures alone. */
export interface DataTexts {
  readonly headline: string;
  readonly summary: string[];
  readonly timeline: TimelinePeriod[];
  readonly faq: Question[];
}

const percent = (share: number): number => Math.round(100 * share);

export function dataTexts(dataset: Dataset, occupation: Unlinked, pivots: readonly Pivot[]): DataTexts {
  const named = occupation.tasks.filter(({ id }) => id !== OTHER_ACTIVITIES);
  const byExposure = [...named].sort((a, b) => b.exposure - a.exposure);
  const most = byExposure.slice(0, 2).map(({ name }) => name.toLowerCase());
  const least = byExposure.slice(-2).map(({ name }) => name.toLowerCase());
  const people = inSentence(occupation.title);
  const score = Math.round(occupation.score);
  const low = Math.round(occupation.interval.low);
  const high = Math.round(occupation.interval.high);
  const band = bandWord(occupation.score).toLowerCase();
  return {
    headline: HEADLINES[bandWord(occupation.score)],
    summary: [
      `The work of ${people} scores ${score} out of 100, a ${band} exposure and ${percentileWords(occupation.percentile)}.`,
      most.length > 1 && least.length > 1
        ? `The parts nearest to what tools can do are ${listWords(most)}; the furthest are ${listWords(least)}.`
        : 'Too few activities are recorded for this work to say which parts are nearest to what tools can do.',
      occupation.window.sentence,
    ],
    timeline: timelineOf(dataset, occupation),
    faq: [
      {
        question: `Will AI replace ${people}?`,
        answer: `The figures do not say so, and exposure is not job loss. A score of ${score} means that tools could speed up or take over a part of the work, and that workplaces decide how. ${occupation.window.sentence}`,
      },
      {
        question: 'Which parts of the work are most exposed?',
        answer: `Worked out from the published labels of the listed tasks: ${listWords(byExposure.slice(0, 3).map(({ name, exposure, share }) => `${name.toLowerCase()} (${Math.round(exposure)} out of 100, ${percent(share)}% of the listed tasks)`))}. Your own week may look different, and the free assessment works that out.`,
      },
      {
        question: 'How sure is this score?',
        answer: `The range of ${low} to ${high} is meant to hold the true value four times out of five. It comes from how far the published measures disagree and from how sure the link to UK occupations is. The score has not been tested against what later happens to jobs.`,
      },
      {
        question: `What could ${people} move to?`,
        answer:
          pivots.length > 0
            ? `Among the occupations in the catalogue, ${listWords(pivots.map(({ title, matchPercent }) => `${inSentence(title)} (${matchPercent}% of the skills and knowledge)`))} fit well. Staying and reshaping the week is always a path too.`
            : 'Skills and knowledge have not been rated for this work, so no path can be worked out from figures. The assessment can still compare your own ratings.',
      },
      {
        question: 'Why are no tools named on this page?',
        answer:
          'A tool is named only where an editor has checked that it does the task. This report is built from figures alone, with work activities standing in for tasks.',
      },
    ],
  };
}

function timelineOf(dataset: Dataset, { code, window }: Unlinked): TimelinePeriod[] {
  const record = dataset.occupations.get(code);
  const g = percent(record?.g ?? 0);
  const reached = window.fromYear !== undefined && window.toYear !== undefined;
  const next = reached
    ? { from: window.fromYear, to: window.toYear, title: capital(window.words) }
    : {
        from: yearAfter(MODEL_MONTH, 2),
        to: yearAfter(MODEL_MONTH, HORIZON_MONTHS),
        title: 'A slow change, if at all',
      };
  const f = record?.f ?? null;
  const period = (
    phase: TimelinePeriod['phase'],
    from: number,
    to: number,
    title: string,
    text: string,
  ): TimelinePeriod => ({
    phase,
    from,
    to,
    period: from === to ? String(from) : `${from}–${to}`,
    title,
    text,
  });
  return [
    period(
      'past',
      2013,
      2022,
      'Machines that follow rules',
      f === null
        ? 'The best-known study of 2013, on work that computers and machines could take over, has no figure for this work.'
        : `The best-known study of 2013 put the chance that computers and machines could take over this work at ${percent(f)}%. That was before language models, and counts mostly routine work.`,
    ),
    period(
      'now',
      2023,
      2026,
      'Tools that use language',
      `In the study of language models, people judged which listed tasks these could speed up, alone or with further software. Counting the second kind as half, it is ${g}% of the tasks of this work.`,
    ),
    period('next', next.from, next.to, next.title, window.sentence),
  ];
}
