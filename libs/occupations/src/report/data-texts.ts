import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { type BandWord, bandWord } from '../method/band-word.js';
import { percentileWords } from '../method/percentile-words.js';
import type { Pivot } from '../model/pivot.js';
import type { Question, TimelinePeriod } from '../model/report.js';
import { dataQuestions } from './data-questions.js';
import { dataTimeline } from './data-timeline.js';
import { factsOf } from './facts.js';
import { peopleWords } from './people.js';
import { farParts, nearParts } from './near-and-far.js';
import { listWords } from '@app/kernel';

const HEADLINES: Readonly<Record<BandWord, string>> = {
  'Very low': 'Most of this work is out of reach of today’s tools',
  Low: 'A small part of this work is in reach of today’s tools',
  Medium: 'A good part of this work is in reach of today’s tools',
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

export function dataTexts(dataset: Dataset, occupation: Unlinked, pivots: readonly Pivot[]): DataTexts {
  const people = peopleWords(dataset, occupation);
  const score = Math.round(occupation.score);
  const band = bandWord(occupation.score);
  return {
    headline: HEADLINES[band],
    summary: [
      `The work of ${people} scores ${score} out of 100: ${band.toLowerCase()} exposure, and ${percentileWords(occupation.percentile)}.`,
      partsSentence(occupation),
      [sharesSentence(occupation), labelsSentence(occupation)].filter((one) => one !== '').join(' '),
    ],
    timeline: dataTimeline(dataset, occupation),
    faq: dataQuestions(occupation, pivots, people),
  };
}

function partsSentence({ tasks }: Unlinked): string {
  const [near, far] = [nearParts(tasks), farParts(tasks)];
  if (near.length === 0)
    return 'By the published labels, all parts of this work are about equally near to what tools can do.';
  return `Nearest to what tools can do ${are(near)} ${bothOf(near)}; furthest from it ${are(far)} ${bothOf(far)}.`;
}

/** The names hold “and” themselves, so a comma parts them. */
const bothOf = (parts: readonly string[]): string => parts.join(', and ');

const are = (parts: readonly string[]): string => (parts.length === 1 ? 'is' : 'are');

/** How much of the listed work stands at each label, from the same shares as the table. */
function sharesSentence(occupation: Unlinked): string {
  const { highPercent, mediumPercent, lowPercent } = factsOf(occupation);
  const shares = [
    { percent: highPercent, label: 'high' },
    { percent: mediumPercent, label: 'medium' },
    { percent: lowPercent, label: 'low' },
  ].filter(({ percent }) => percent !== '0');
  const [only] = shares;
  if (shares.length === 1 && only) return `All of the listed work is rated ${only.label}.`;
  return `Of the listed work, ${listWords(shares.map(({ percent, label }, index) => `${percent}% ${index === 0 ? 'is rated ' : ''}${label}`))}.`;
}

/** Points between the score and the mean label from which a reader is told why they differ. */
const APART = 15;

/** The labels are one study's, unaltered, so they may tell another story than the score: then the page says so itself. */
function labelsSentence({ tasks, score }: Unlinked): string {
  const mean = tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0);
  if (Math.abs(mean - score) < APART) return '';
  return `These labels are one study’s and put the work ${mean > score ? 'higher' : 'lower'} than the score does, which brings several measures together.`;
}
