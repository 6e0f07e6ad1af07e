import { signed } from '@app/charts';
import { inSentence, listed, withArticle } from '../copy/word-filters.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

type Drawn = Pick<BlueprintSnapshot, 'result' | 'occupation' | 'answerLevel'>;

/** Points that are worth a sentence. */
const COUNTS_FROM = 0.5;
/** Share of a week that is a real part of it. */
const A_REAL_PART = 0.1;
/** Other work and the like: parts of the week without a task of its own. */
const NO_TASK = /^other/;

/**
 * The one sentence that only this person's answers could produce: what moves their score most, or, where their week is not known, what is
 * known instead.
 */
export function signatureOf({ result, occupation, answerLevel }: Drawn): string {
  const points = (task: BlueprintSnapshot['result']['tasks'][number]): number =>
    (task.share - task.typicalShare) * (task.exposure - occupation.score);
  const role = withArticle(occupation.title).replace(/^an? /, '');
  switch (answerLevel) {
    case 'exact':
    case 'bands': {
      const moving = result.tasks
        .filter(({ id }) => !NO_TASK.test(id))
        .sort((a, b) => Math.abs(points(b)) - Math.abs(points(a)));
      // What somebody does says more of them than what they leave to others.
      const most =
        moving.find((task) => task.share >= A_REAL_PART && Math.abs(points(task)) >= COUNTS_FROM) ??
        moving[0];
      if (!most || Math.abs(points(most)) < COUNTS_FROM)
        return `You divide your week much as ${withArticle(occupation.title)} usually does, so your score stays close to the role’s.`;
      const [mine, usual] = [percent(most.told ?? most.share), percent(most.typicalShare)];
      return most.typicalShare === 0
        ? `You add something of your own, ${quoted(most.name)}: ${mine} of your week, and ${signed(points(most))} points on your score.`
        : `You give ${most.told === undefined ? 'about ' : ''}${mine} of your week to ${inSentence(most.name)}; the usual ${role} gives it ${usual}. That alone moves your score by ${signed(points(most))} points.`;
    }
    case 'ticks': {
      const ticked = result.tasks.filter(({ id }) => !NO_TASK.test(id));
      const byExposure = [...ticked].sort((a, b) => b.exposure - a.exposure);
      const [top, last] = [byExposure[0], byExposure.at(-1)];
      return top && last && top !== last
        ? `Of the work you ticked, tools can do most of ${inSentence(top.name)} (${Math.round(top.exposure)} of 100) and least of ${inSentence(last.name)} (${Math.round(last.exposure)}).`
        : `You ticked what you do, not how long it takes, so the hours are the usual ones of ${withArticle(occupation.title)}.`;
    }
    case 'title only': {
      const reached = result.tasks.filter(({ exposure }) => Math.round(exposure) >= 60);
      return reached.length > 0
        ? `You gave us a job title and no week, so this is the usual one: ${percent(reached.reduce((sum, { share }) => sum + share, 0))} of it goes to ${listed(reached.slice(0, 2).map(({ name }) => inSentence(name)))}, which tools can mostly do.`
        : 'You gave us a job title and no week, so this is the usual one: no task in it is mostly within reach of tools.';
    }
    case 'title unknown':
      return `You chose a family of work, ${inSentence(occupation.title)}, so this is its average; a job title would say more.`;
  }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const quoted = (words: string): string => `“${words}”`;
