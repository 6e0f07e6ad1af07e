import { OTHER_ACTIVITIES } from '../build/activity-tasks.js';
import type { Unlinked } from '../build/data-occupation.js';
import { type BandWord, bandWord } from '../method/band-word.js';
import { roundHalfUp, wholePercents } from '../method/rounding.js';
import type { Pivot } from '../model/pivot.js';
import type { Question } from '../model/report.js';
import { inSentence, listWords } from '@app/kernel';

const UNMEASURED =
  'What becomes of the jobs depends on employers, demand and rules, which nobody has measured here.';

const REPLACED: Readonly<Record<BandWord, string>> = {
  'Very low':
    'Nothing measured here says so: the published measures see little of the listed work in reach of tools.',
  Low: 'Nothing measured here says so. Tools can speed up or take over some of the listed work; on today’s ratings the larger part of it stays with people.',
  Medium: `The figures do not say so. They say that a good part of the listed work could be sped up or taken over. ${UNMEASURED}`,
  High: `The figures cannot say. They say that much of the listed work could be sped up or taken over. ${UNMEASURED}`,
  'Very high': `The figures cannot say. They say that most of the listed work could be sped up or taken over. ${UNMEASURED}`,
};

/** The questions of a data report, each answered from its figures. */
/** @param people who does the work, in the middle of a sentence */
export function dataQuestions(occupation: Unlinked, pivots: readonly Pivot[], people: string): Question[] {
  const { low, high } = occupation.interval;
  return [
    {
      question: `Will AI replace ${people}?`,
      answer: `${REPLACED[bandWord(occupation.score)]} Exposure is not job loss.`,
    },
    { question: 'Which parts of the work are most exposed?', answer: exposedAnswer(occupation) },
    { question: 'Is it the same early in the job and later?', answer: levelsAnswer(occupation) },
    {
      question: 'How sure is this score?',
      answer: `The range of ${Math.round(low)} to ${Math.round(high)} is meant to hold the true value four times out of five. It comes from how far such scores lie from our editors’ on work they rated, how far the published measures disagree, and how sure the link to American occupations is.`,
    },
    { question: `What could ${people} move to?`, answer: movesAnswer(pivots) },
    {
      question: 'Why are no tools named on this page?',
      answer:
        'Tools are named only on edited reports, task by task. This one is built from figures alone, with work activities standing in for tasks.',
    },
  ];
}

function exposedAnswer({ tasks }: Unlinked): string {
  const shares = wholePercents(tasks.map(({ share }) => share));
  const parts = tasks
    .map((task, index) => ({ ...task, percent: shares[index] ?? 0 }))
    .filter(({ id }) => id !== OTHER_ACTIVITIES)
    .sort((a, b) => b.exposure - a.exposure || b.share - a.share)
    .slice(0, 3)
    .map(
      ({ name, exposure, percent }) =>
        `${inSentence(name)} (${roundHalfUp(exposure)} out of 100, ${percent}% of the listed work)`,
    );
  return `By the published labels of the listed tasks: ${listWords(parts)}. Your own week may look different, and the free assessment works that out.`;
}

/** Points of score from which two levels are said to differ. */
const DIFFERENT = 3;

function levelsAnswer({ seniority }: Unlinked): string {
  const scoreOf = (wanted: string): number =>
    Math.round(seniority.find(({ level }) => level === wanted)?.score ?? 0);
  const [junior, senior] = [scoreOf('junior'), scoreOf('senior')];
  const assumed =
    'This rests on our assumption that seniors lead and decide more; nobody has measured the weeks of each level.';
  if (Math.abs(junior - senior) < DIFFERENT)
    return `About the same: ${junior} early in the job and ${senior} for seniors. ${assumed}`;
  return `Not quite: it would be ${junior} early in the job and ${senior} for seniors. ${assumed}`;
}

function movesAnswer(pivots: readonly Pivot[]): string {
  if (pivots.length === 0) {
    return 'No path can be worked out from figures. Staying and reshaping the week is a path, and the free assessment works out how.';
  }
  const moves = pivots.map(({ title, matchPercent }) => `${inSentence(title)} (${matchPercent}%)`);
  return `Moves that people make, with the share of the skills and knowledge that carries over, are ${listWords(moves)}. A match says what you could do, not what you would like. Staying and reshaping the week is always a path too.`;
}
