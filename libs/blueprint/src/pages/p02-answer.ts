import { WINDOW_NOT_KNOWN } from '@app/assessment';
import { bullet } from '@app/charts';
import { inSentence } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import { wholeClause } from '../plan/whole-clause.js';

/** Of an action, beside two others. */
const LETTERS = 110;

/** Page 2: the whole answer. */
export function answerPage(composer: Composer): PageContent {
  const { snapshot, view } = composer;
  const { result, occupation, plan } = snapshot;
  const copy = composer.fill('02-answer');
  const actions = plan.weeks
    .flatMap(({ actions: all, week }) =>
      all.map(({ kind, text, detail }) => ({
        text:
          detail === undefined ? text : kind === 'test' ? `As a test: ${inSentence(detail)}` : toDo(detail),
        week,
      })),
    )
    // A step that goes on in the next week is one action.
    .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index)
    .slice(0, 3);
  const [first] = actions;
  const inOneWeek = first !== undefined && actions.every(({ week }) => week === first.week);
  return {
    ...copy,
    blocks: [
      composer.keyFigures([
        {
          label: 'Your AI exposure score',
          figure: String(Math.round(result.score)),
          note: copy.words('score_note'),
        },
        {
          label: 'Window to act',
          share: 1.3,
          figure: windowFigure(result.window),
          note: copy.words('window_note'),
        },
        {
          label: 'Against UK workers',
          figure: String(view['percentile']),
          note: copy.words('percentile_note'),
        },
      ]),
      composer.figure(
        ({ width, taller }) =>
          bullet({
            title: copy.words('chart_title'),
            width,
            row: 40 + taller,
            rows: [
              { label: 'You', value: result.score, interval: result.interval, you: true },
              {
                label: `Typical ${occupation.slug === '' ? 'in ' : ''}${inSentence(occupation.title)}`,
                value: occupation.score,
                interval: occupation.interval,
              },
              ...snapshot.paths.slice(0, 1).map((path) => ({
                label: `First path: ${inSentence(path.title)}`,
                value: path.score,
                interval: path.interval,
              })),
            ],
          }),
        { stretch: [-8, 8] },
      ),
      composer.beside([
        {
          share: 1,
          blocks: [
            composer.heading(copy.words('reasons_head')),
            composer.list(snapshot.reasons, { between: 5, maxLinesEach: 4, minItems: 2 }),
          ],
        },
        {
          share: 1,
          blocks: [
            composer.heading(`Your first three actions${inOneWeek ? `, in week ${first.week}` : ''}`),
            composer.list(
              // As much of each as says what to do; the calendar file has all of it.
              actions.map(
                ({ text, week }) => `${inOneWeek ? '' : `**Week ${week}:** `}${wholeClause(text, LETTERS)}`,
              ),
              { mark: 'number', between: 5, minItems: 3 },
            ),
          ],
        },
      ]),
    ],
  };
}

/** A step of a lesson without its number, and without a name that it says itself: "Read two advertisements for a nurse". */
const toDo = (detail: string): string =>
  detail
    .replace(/^Becoming .*?, step \d: /, '')
    .replace(/, step \d: (.*)$/, (_all, what: string) => `: ${inSentence(what)}`);

/** "2031–2034", or the words when there is no range of years. */
export function windowFigure({
  fromYear,
  toYear,
  words,
}: {
  fromYear?: number;
  toYear?: number;
  words: string;
}): string {
  if (words === WINDOW_NOT_KNOWN) return 'Not known yet';
  if (fromYear === undefined || toYear === undefined)
    return words === 'more than 10 years' ? '10+ years' : words;
  return fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`;
}
