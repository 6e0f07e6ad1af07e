import { rankedBars } from '@app/charts';
import { elementName } from '../copy/element-name.js';
import { hours, inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import { SEARCH_STEPS } from '../plan/search-steps.js';
import { keptTasks, ownTasks, sharePrinted } from '../snapshot/own-week.js';
import type { Block, PageContent } from '@app/typeset';
import { saidMoves } from './equal-moves.js';
import { employerWords } from './employer-words.js';
import { stepsPage } from './p09-steps.js';

/**
 * What there is in place of the paths that the limits leave no room for: the next steps inside their trade where they have a path, else what
 * keeps the moves away, where the plan sends them first; then the other of the two, and the change to ask for. Who has no such steps, in a
 * family of work, has two pages on staying well.
 */
export function restPage(composer: Composer, place: 0 | 1 | 2): PageContent {
  const { paths, steps = [] } = composer.snapshot;
  const free = place - paths.length;
  const inTrade = steps.length === 0 ? undefined : paths.length === 0 ? 1 : 0;
  if (free === inTrade) return stepsPage(composer, steps);
  switch (inTrade === undefined || free < inTrade ? free : free - 1) {
    case 0:
      return keptAwayPage(composer, place);
    case 1:
      return changePage(composer);
    default:
      return lastingPage(composer);
  }
}

/** Which of the person's limits keeps how many moves away, and which those are. */
function keptAwayPage(composer: Composer, place: number): PageContent {
  const { paths, choice, keptAway = [] } = composer.snapshot;
  const fitting = paths.filter(({ slug }) => !choice?.limits.some((broken) => broken.slug === slug));
  const copy = composer.fill('09-no-path', {
    place: place + 1,
    found: fitting.length,
    search_steps: SEARCH_STEPS,
    kept: keptAway.map(({ words, paths: count, titles }) => ({
      words,
      count,
      titles: titles.map(inSentence),
    })),
  });
  return { ...copy, blocks: [...keptAwayChart(composer, copy.words('chart_title')), ...composer.body(copy)] };
}

function keptAwayChart(composer: Composer, title: string): Block[] {
  const { keptAway = [] } = composer.snapshot;
  if (keptAway.length === 0) return [];
  const most = Math.max(...keptAway.map(({ paths }) => paths));
  return [
    composer.figure(({ width }) =>
      rankedBars({
        title,
        width,
        max: most,
        rows: keptAway.map(({ words, paths }) => ({
          label: words.replace(/^./, (letter) => letter.toUpperCase()),
          value: paths,
        })),
        measure: 'Moves',
      }),
    ),
  ];
}

/** The change to ask for at work: who takes over what, how to say it, how to count it. */
function changePage(composer: Composer): PageContent {
  const { result } = composer.snapshot;
  const [lever] = result.levers;
  const from = result.tasks.find(({ name }) => name === lever?.from);
  const moves = saidMoves(result.levers);
  const copy = composer.fill('09-stay-change', {
    others: (moves[0]?.fromAny ?? []).slice(1).map(inSentence),
    tools: (from?.tools ?? []).slice(0, 2).map(({ name }) => name),
    kept: keptTasks(result.tasks)
      .slice(0, 2)
      .map(({ name }) => inSentence(name)),
  });
  const rows = [
    { label: 'As your week is now', value: result.score, you: true },
    ...moves.map((one) => ({
      label: one.fromAny.length > 1 ? 'After the change' : `Less of “${inSentence(one.from)}”`,
      value: one.after,
      note: `${hours(one.hours)} h more of ${inSentence(one.to)}`,
    })),
  ];
  return {
    ...copy,
    blocks: [
      composer.figure(({ width }) =>
        rankedBars({ title: copy.words('chart_title'), width, rows, measure: 'Score' }),
      ),
      ...composer.body(copy),
    ],
  };
}

/** The part of their work to build on, and who else employs people for it. */
function lastingPage(composer: Composer): PageContent {
  const { result, ownEmployers, occupation } = composer.snapshot;
  const kept = keptTasks(result.tasks);
  const shown = kept.length > 0 ? kept : ownTasks(result.tasks).slice(-3);
  const employers = ownEmployers ? employerWords(ownEmployers) : '';
  const copy = composer.fill('09-stay-lasts', {
    kept: kept.slice(0, 2).map(({ name }) => inSentence(name)),
    employers,
    skills: listed(result.skills.slice(0, 3).map(({ name }) => inSentence(elementName(name)))),
    own_work: inSentence(occupation.title),
  });
  return {
    ...copy,
    blocks: [
      composer.figure(({ width }) =>
        rankedBars({
          title: copy.words('chart_title'),
          width,
          rows: shown.map((task) => ({
            label: task.name,
            value: task.exposureIn5Years,
            note: `${Math.round(100 * sharePrinted(task))}% of the week; ${Math.round(task.exposure)} today`,
          })),
          measure: 'Exposure in 5 years',
        }),
      ),
      ...composer.body(copy),
    ],
  };
}
