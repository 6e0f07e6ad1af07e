import { skillGapBars } from '@app/charts';
import { inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import type { PageContent } from '@app/typeset';
import type { EntryRoute } from '../snapshot/blueprint-snapshot.js';

/** Pages 9–11: one path each. `place` 0 is the one recommended, or the best one if the advice is to stay. */
export function pathPage(composer: Composer, place: 0 | 1 | 2): PageContent {
  const { snapshot } = composer;
  const path = snapshot.paths[place];
  if (!path) return noPathPage(composer, place);
  const open = path.gaps.filter(({ met }) => !met);
  const rated = snapshot.result.skills.some((skill) => skill.rated);
  const copy = composer.fill('09-path', {
    place: place + 1,
    title: path.title,
    full_title:
      path.fullTitle !== undefined && path.fullTitle !== path.title ? inSentence(path.fullTitle) : null,
    match: path.matchPercent,
    relation: path.relation,
    direction: path.direction,
    path_score: Math.round(path.score),
    path_low: Math.round(path.interval.low),
    path_high: Math.round(path.interval.high),
    have: path.have.map(inSentence),
    need: path.need.map(inSentence),
    open_count: open.length,
    biggest_gap: open[0]
      ? inSentence([...open].sort((a, b) => b.needed - b.have - (a.needed - a.have))[0]?.name ?? '')
      : null,
    rated,
    regulator: path.entry.regulator ?? null,
    specific: path.entry.specific,
    test_hours: path.entry.testHours,
    median: path.pay?.median ?? null,
    pay_basis: path.pay?.basis ?? null,
  });
  const why = path.why.filter((reason) => !reason.startsWith('How to enter'));
  return {
    ...copy,
    blocks: [
      composer.beside(
        [
          {
            share: 1,
            blocks: [
              composer.heading('Why this path'),
              composer.list(why.slice(0, 4), { maxLinesEach: 4, between: 4, minItems: 3 }),
            ],
          },
          {
            share: 1,
            blocks: [
              composer.heading('You already have'),
              composer.words(
                path.have.length > 0
                  ? `${listed(path.have.map(inSentence)).replace(/^./, (letter) => letter.toUpperCase())}.`
                  : copy.words('no_have'),
                { gap: 3, minLines: 1 },
              ),
              composer.heading('You need', 10),
              composer.words(
                path.need.length > 0
                  ? `${listed(path.need.map(inSentence)).replace(/^./, (letter) => letter.toUpperCase())}.`
                  : copy.words('no_need'),
                { gap: 3, minLines: 1 },
              ),
            ],
          },
        ],
        0,
      ),
      ...(path.gaps.length > 0
        ? [
            composer.figure(
              ({ width, taller }) =>
                skillGapBars({
                  title: copy.words('chart_title'),
                  width,
                  row: 30 + taller,
                  haveLabel: rated ? 'You' : 'Your role',
                  neededLabel: 'Asked',
                  rows: path.gaps,
                }),
              { stretch: [-7, 8] },
            ),
          ]
        : []),
      composer.heading(copy.words('route_head'), 18),
      composer.words(routeWords(path.entry), { gap: 3, minLines: 99 }),
      composer.heading(copy.words('test_head'), 14),
      composer.list(path.entry.firstTest, { mark: 'box', between: 4, gap: 4, whole: true }),
    ],
  };
}

const routeWords = ({ route, checkWith }: EntryRoute): string =>
  checkWith === undefined ? route : `${route} Check with ${checkWith} before you pay for anything.`;

/** When the data allow fewer than three paths, the page says so and shows what that means, instead of inventing one. */
function noPathPage(composer: Composer, place: number): PageContent {
  const copy = composer.fill('09-no-path', { place: place + 1, found: composer.snapshot.paths.length });
  return { ...copy, blocks: [...composer.body(copy)] };
}
