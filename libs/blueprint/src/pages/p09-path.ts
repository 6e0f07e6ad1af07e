import { skillGapBars } from '@app/charts';
import { fullDate } from '../drafting/email-summary.js';
import { AGAINST_IT } from '@app/assessment';
import { initial, inSentence, listed } from '../copy/word-filters.js';
import { elementName } from '../copy/element-name.js';
import type { Composer } from '../model/composer.js';
import { type Block, type PageContent, TYPE } from '@app/typeset';
import { restPage } from './p09-rest.js';
import { mostWaysToPay } from './p12-learning.js';
import type { EntryRoute, SnapshotGap, SnapshotPath, SnapshotRoute } from '../snapshot/blueprint-snapshot.js';

/** The widest gaps; what the law, time and money ask for says more than how well the rest is met. */
const ROWS_BESIDE_FACTS = 3;

/** So many limits past which a path was chosen take the room of the chart; the words beside it name the widest gap. */
const MANY_PAST = 2;

/** The path to try is told in full; of the others what is needed to choose them instead. */
const OF_THE_FIRST = { reasons: 4, facts: 6, tests: 3 };
const OF_THE_OTHERS = { reasons: 2, facts: 0, tests: 2 };

const SAID_ELSEWHERE =
  /^(How to enter|The usual skills of (your|that) job cover|About as exposed|Less exposed than (your week|the week of your last job)|Typical (full-time )?pay)/;

/** Of what they already have, so many stand on the page: the rest is no news to them. Of what is new as many, where nothing is wholly. */
const [MOST_HAVE, MOST_NEW] = [3, 3];

/** Pages 9–11: one path each. `place` 0 is the one recommended, or the best one if the advice is to stay. */
export function pathPage(composer: Composer, place: 0 | 1 | 2): PageContent {
  const { snapshot } = composer;
  const path = snapshot.paths[place];
  if (!path) return restPage(composer, place);
  const open = path.gaps.filter(({ met }) => !met);
  const fresh = newTo(path, open);
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
    have: path.have.map(named),
    need: path.need.map(named),
    open_count: open.length,
    biggest_gap: standsOut(widestOf(path)),
    law: path.route ? path.route.law.length > 0 : false,
    held: path.route?.held ?? null,
    floor: path.floor ?? null,
    beyond_budget: path.beyondBudget ?? null,
    needs_months: needsMonths(path.route?.time),
    rated,
    regulator: path.entry.regulator ?? null,
    specific: path.entry.specific,
    test_hours: path.entry.testHours,
    median: path.pay?.median ?? null,
    pay_basis: path.pay?.basis ?? null,
    unchecked: path.checks?.route ? [] : (path.route?.pages ?? []),
    checked_on: path.checks?.route ? fullDate(path.checks.route) : null,
  });
  // The headline has the match, unless own ratings moved it; page 8 direction, ranges and floor, page 13 the pay; the route stands below.
  const reasons = path.why.filter((reason) => !SAID_ELSEWHERE.test(reason) && !reason.startsWith(AGAINST_IT));
  const against = path.why
    .filter((reason) => reason.startsWith(AGAINST_IT))
    .map((reason) => initial(reason.slice(AGAINST_IT.length)));
  const most = place === 0 ? OF_THE_FIRST : OF_THE_OTHERS;
  // What somebody chose past the limits is said first and whole, whatever the room.
  const past = snapshot.choice?.limits.find(({ slug }) => slug === path.slug)?.words.length ?? 0;
  // What page 2 has said is not said again where there is something else to say.
  const unsaid = reasons.slice(past).filter((reason) => !snapshot.reasons.includes(reason));
  const whyHere = unsaid.length > 0 ? unsaid : reasons.slice(past);
  return {
    ...copy,
    blocks: [
      ...reasons.slice(0, past).map((limit) => composer.fixed(limit, { gap: 4, minLines: 99 })),
      composer.beside(
        [
          {
            share: 1,
            blocks: [
              composer.heading('Why this path'),
              composer.facts(whyHere.slice(0, most.reasons - (against.length > 0 ? 1 : 0)), 1, {
                between: 4,
              }),
              ...(against.length > 0
                ? [composer.heading('Against it', 8), composer.facts(against.slice(0, 2), 1, { between: 4 })]
                : []),
            ],
          },
          {
            share: 1,
            blocks: [
              composer.heading('You already have'),
              composer.words(
                path.have.length > 0
                  ? `${itemsOf(path.have.slice(0, MOST_HAVE).map(named)).replace(/^./, (letter) => letter.toUpperCase())}.`
                  : copy.words('no_have'),
                { gap: 3, minLines: 99 },
              ),
              composer.heading('New to you', 10),
              composer.words(
                fresh.length > 0
                  ? `${itemsOf(fresh.map(named)).replace(/^./, (letter) => letter.toUpperCase())}.`
                  : copy.words('no_need'),
                { gap: 3, minLines: 99 },
              ),
            ],
          },
        ],
        0,
      ),
      ...(path.gaps.length > 0 && past < MANY_PAST
        ? [
            composer.figure(
              ({ width, taller }) =>
                skillGapBars({
                  title: copy.words('chart_title'),
                  width,
                  row: 30 + taller,
                  haveLabel: rated ? 'You' : 'Your role',
                  neededLabel: 'Asked',
                  rows: (path.route ? widest(path.gaps, path.need) : path.gaps).map((gap) => ({
                    ...gap,
                    name: elementName(gap.name),
                  })),
                }),
              { stretch: [-7, 8] },
            ),
          ]
        : []),
      composer.heading(copy.words('route_head'), path.route ? 12 : 18),
      composer.words(place === 0 ? routeWords(path.entry) : path.entry.route, {
        gap: 3,
        minLines: 99,
        ...(path.route && { style: TYPE.table }),
      }),
      ...(path.route ? [routeFactsOf(composer, path.route, most.facts)] : []),
      composer.heading(copy.words('test_head'), path.route ? 9 : 14),
      composer.list(path.entry.firstTest.slice(0, most.tests), {
        mark: 'box',
        between: path.route ? 2.5 : 4,
        gap: 4,
        whole: true,
        ...(path.route && { style: TYPE.table }),
      }),
    ],
  };
}

/** Importance is rated from 1 to 5: less than a whole point is no gap that somebody would feel. */
const FELT = 0.95;
const standsOut = (gap: SnapshotGap | undefined): string | null =>
  gap && !gap.met && gap.needed - gap.have >= FELT ? named(gap.name) : null;

/** What is new to them; where nothing wholly is, what more is asked of than they have. */
const newTo = ({ need }: SnapshotPath, open: readonly SnapshotGap[]): readonly string[] =>
  need.length > 0
    ? need
    : [...open]
        .sort(widestFirst)
        .slice(0, MOST_NEW)
        .map(({ name }) => name);

/** Names with an "and" of their own are held apart by semicolons. */
const itemsOf = (names: readonly string[]): string =>
  names.some((name) => name.includes(' and ')) ? names.join('; ') : listed(names);

const named = (element: string): string => inSentence(elementName(element));

/** What the law asks for, time, money and the question never go. */
function routeFactsOf(composer: Composer, route: SnapshotRoute, most: number): Block {
  const { law, asked, time, cost, apprenticeships, funded, ask, nation, held, isNear = false } = route;
  // What page 12 says who pays for is told there.
  const others = apprenticeships.filter(
    (one) =>
      !funded
        .slice(0, mostWaysToPay(composer.snapshot.learning.length))
        .some((way) => way.startsWith(one.replace(/ \(.*/, ''))),
  );
  const where = nation === undefined ? '' : ` in ${nation}`;
  const facts: readonly string[] = [
    ...(law.length > 0 ? [`By law${where}: ${law.join('; ')}.`] : []),
    ...(held === undefined ? [] : [`Your own work asks for the same (${held}): what you hold there counts.`]),
    `Time and cost${held === undefined || isNear ? '' : ', from nothing'}: ${time}; ${cost}.`,
    `Ask someone who does it: “${ask}”`,
    ...(others.length > 0 ? [`Apprenticeships: ${listed(others)} (England, listed 14 August 2026).`] : []),
    ...(asked.length > 0 ? [`Nearly every employer asks for: ${asked.join('; ')}.`] : []),
  ];
  // The plan sends people to the question.
  const kept = facts.findIndex((fact) => fact.startsWith('Ask ')) + 1;
  return composer.facts(facts.slice(0, Math.max(kept, most)), kept, {
    style: TYPE.table,
    gap: 5,
    between: 2,
    givesWay: 2.5,
  });
}

/** Whether nobody is paid in the work before some months are over. */
const needsMonths = (time: string | undefined): boolean => /before the first pay/.test(time ?? '');

const widestFirst = (a: SnapshotGap, b: SnapshotGap): number => b.needed - b.have - (a.needed - a.have);

/** What is named as needed first, each by how far it lies from what they have: so the list and the chart name the same. */
const byWidth = (gaps: readonly SnapshotGap[], need: readonly string[]): SnapshotGap[] =>
  [...gaps].sort(
    (a, b) =>
      Number(a.met) - Number(b.met) ||
      Number(need.includes(b.name)) - Number(need.includes(a.name)) ||
      widestFirst(a, b),
  );

/** Of the gaps that the chart draws the one that is widest in it. */
const widestOf = ({ gaps, need, route }: SnapshotPath): SnapshotGap | undefined =>
  [...(route ? widest(gaps, need) : gaps)].filter(({ met }) => !met).sort(widestFirst)[0];

function widest(gaps: readonly SnapshotGap[], need: readonly string[]): SnapshotGap[] {
  const kept = new Set(byWidth(gaps, need).slice(0, ROWS_BESIDE_FACTS));
  return gaps.filter((gap) => kept.has(gap));
}

const routeWords = ({ route, checkWith }: EntryRoute): string =>
  checkWith === undefined ? route : `${route} Check with ${checkWith} before you pay for anything.`;
