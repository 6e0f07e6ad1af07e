import { inSentence, listed, withArticle } from '../copy/word-filters.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { ownTasks, sharePrinted } from '../snapshot/own-week.js';
import { biggestMover, type Mover } from './biggest-mover.js';

type Drawn = Pick<BlueprintSnapshot, 'result' | 'occupation' | 'answerLevel'> & {
  readonly person?: Pick<BlueprintSnapshot['person'], 'role' | 'described'>;
};

/** Points that are worth a sentence. */
const COUNTS_FROM = 0.5;
/** Other work and the like: parts of the week without a task of its own. */
const NO_TASK = /^other/;

/** What moves their score most, where their week is known and it is worth a sentence. */
export function namedMover({ result, occupation, answerLevel }: Drawn): Mover | undefined {
  const most =
    answerLevel === 'exact' || answerLevel === 'bands' ? biggestMover({ result, occupation }) : undefined;
  return most && Math.abs(most.points) >= COUNTS_FROM ? most : undefined;
}

/**
 * The one sentence that only this person's answers could produce: what moves their score most, or, where their week is not known, what is
 * known instead.
 */
export function signatureOf({ result, occupation, answerLevel, person }: Drawn): string {
  const role = withArticle(occupation.title).replace(/^an? /, '');
  switch (answerLevel) {
    case 'exact':
    case 'bands': {
      const most = namedMover({ result, occupation, answerLevel });
      if (!most)
        return `You divide your week much as ${withArticle(occupation.title)} usually does, so your score stays close to the role’s.`;
      return moverWords(most, role, answerLevel === 'bands');
    }
    case 'ticks': {
      const ticked = ownTasks(result.tasks).filter(({ id }) => !NO_TASK.test(id));
      const byExposure = [...ticked].sort((a, b) => b.exposure - a.exposure);
      const [top, last] = [byExposure[0], byExposure.at(-1)];
      return top && last && top !== last
        ? `Of the work you ticked, tools can do most of ${inSentence(top.name)} (${Math.round(top.exposure)} of 100) and least of ${inSentence(last.name)} (${Math.round(last.exposure)}).`
        : `You ticked what you do, not how long it takes, so the hours are the usual ones of ${withArticle(occupation.title)}.`;
    }
    case 'title only': {
      const reached = result.tasks.filter(({ exposure }) => Math.round(exposure) >= 60);
      const gave = person?.described
        ? `You gave words of your own and no week`
        : 'You gave a title and no week';
      return reached.length > 0
        ? `${gave}: of the usual one ${percent(reached.reduce((sum, { share }) => sum + share, 0))} goes to ${listed(reached.slice(0, 2).map(({ name }) => quoted(inSentence(name))))}, which tools can mostly do.`
        : `${gave}: in the usual one no task is mostly within reach of tools.`;
    }
    case 'title unknown':
      return `You chose a family of work, ${inSentence(occupation.title)}, so this is its average; a job title would say more.`;
  }
}

/** What moves a score most, with its points. */
function moverWords({ task, answer, words, points }: Mover, role: string, about: boolean): string {
  const by = Math.abs(points).toFixed(1);
  const moves = `That alone ${points > 0 ? 'raises' : 'lowers'} your score by ${by} points.`;
  if (!task) return `You said of ${words}: ${answer ?? ''}. ${moves}`;
  const [mine, usual] = [percent(sharePrinted(task)), percent(task.typicalShare)];
  if (task.told === 0)
    return `${quoted(task.name)}, ${usual} of the usual ${role}’s week, is no part of yours. ${moves}`;
  return task.typicalShare === 0
    ? `You add something of your own, ${quoted(task.name)}: ${mine} of your week. ${moves}`
    : `You give ${about ? 'about ' : ''}${mine} of your week to ${inSentence(task.name)}; the usual ${role} gives it ${usual}. ${moves}`;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const quoted = (words: string): string => `“${words}”`;
