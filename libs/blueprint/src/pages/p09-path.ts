import { skillGapBars } from '@app/charts';
import { fullDate } from '../drafting/email-summary.js';
import { inSentence, listed } from '../copy/word-filters.js';
import type { Composer } from '../model/composer.js';
import { type Block, type PageContent, TYPE } from '@app/typeset';
import type { EntryRoute, SnapshotGap, SnapshotRoute } from '../snapshot/blueprint-snapshot.js';

/** The widest gaps; what the law, time and money ask for says more than how well the rest is met. */
const ROWS_BESIDE_FACTS = 3;

/** Pages 9–11: one path each. `place` 0 is the one recommended, or the best one if the advice is to stay. */
export function pathPage(composer: Composer, place: 0 | 1 | 2): PageContent {
  const { snapshot } = composer;
  const path = snapshot.paths[place];
  if (!path) return noPathPage(composer, place);
  const open = path.gaps.filter(({ met }) => !met);
  const rated = snapshot.result.skills.some((skill) => skill.rated);
  const copy = composer.fill('09-path', {
    place: place + 1,
    path_chosen: snapshot.choice !== undefined && snapshot.choice.instead.paths[place] !== path.slug,
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
    unchecked: path.checks?.route ? [] : (path.route?.pages ?? []),
    checked_on: path.checks?.route ? fullDate(path.checks.route) : null,
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
                  rows: path.route ? widest(path.gaps) : path.gaps,
                }),
              { stretch: [-7, 8] },
            ),
          ]
        : []),
      composer.heading(copy.words('route_head'), path.route ? 12 : 18),
      composer.words(routeWords(path.entry), {
        gap: 3,
        minLines: 99,
        ...(path.route && { style: TYPE.table }),
      }),
      ...(path.route ? [routeFactsOf(composer, path.route)] : []),
      composer.heading(copy.words('test_head'), path.route ? 9 : 14),
      composer.list(path.entry.firstTest, {
        mark: 'box',
        between: path.route ? 2.5 : 4,
        gap: 4,
        whole: true,
        ...(path.route && { style: TYPE.table }),
      }),
    ],
  };
}

/** What the law asks for, time and money never go. */
function routeFactsOf(composer: Composer, route: SnapshotRoute): Block {
  const { law, asked, time, cost, apprenticeships, ask, nation } = route;
  const where = nation === undefined ? '' : ` in ${nation}`;
  const facts = [
    ...(law.length > 0 ? [`The law asks${where} for: ${law.join('; ')}.`] : []),
    `Time and cost: ${time}; ${cost}.`,
    `Ask someone who does it: “${ask}”`,
    ...(apprenticeships.length > 0
      ? [`Apprenticeships: ${listed(apprenticeships)}, as listed on 14 August 2026, England.`]
      : []),
    ...(asked.length > 0 ? [`Nearly every employer asks for: ${asked.join('; ')}.`] : []),
  ];
  return composer.facts(facts, law.length > 0 ? 2 : 1, {
    style: TYPE.table,
    gap: 5,
    between: 2,
    givesWay: 2.5,
  });
}

function widest(gaps: readonly SnapshotGap[]): SnapshotGap[] {
  const kept = new Set(
    [...gaps]
      .sort((a, b) => Number(a.met) - Number(b.met) || b.needed - b.have - (a.needed - a.have))
      .slice(0, ROWS_BESIDE_FACTS),
  );
  return gaps.filter((gap) => kept.has(gap));
}

const routeWords = ({ route, checkWith }: EntryRoute): string =>
  checkWith === undefined ? route : `${route} Check with ${checkWith} before you pay for anything.`;

/** When the data allow fewer than three paths, the page says so and shows what that means, instead of inventing one. */
function noPathPage(composer: Composer, place: number): PageContent {
  const { paths, choice } = composer.snapshot;
  const fitting = paths.filter(({ slug }) => !choice?.limits.some((broken) => broken.slug === slug));
  const copy = composer.fill('09-no-path', { place: place + 1, found: fitting.length });
  return { ...copy, blocks: [...composer.body(copy)] };
}
