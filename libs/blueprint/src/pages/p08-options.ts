import { AGAINST_IT, isBetweenJobs } from '@app/assessment';
import { dotPlot } from '@app/charts';
import { inSentence, listed, pounds } from '../copy/word-filters.js';
import { floorOfAll } from '../drafting/floor.js';
import { stepPage, STEPS_BESIDE_PATHS } from '../drafting/trade-steps.js';
import type { Composer } from '../model/composer.js';
import { type Block, type PageContent, TYPE } from '@app/typeset';
import type { FilledCopy } from '../copy/page-copy.js';
import { stepsTable } from './p09-steps.js';
import type { BlueprintSnapshot, SnapshotPath } from '../snapshot/blueprint-snapshot.js';

/** Page 8: stay and reshape beside the three paths. */
export function optionsPage(composer: Composer): PageContent {
  const { snapshot } = composer;
  const { result, paths, pay, recommended, steps = [] } = snapshot;
  const isBetween = isBetweenJobs({ jobTitle: snapshot.person.role });
  // Of a family of work the lever is that of its average, which nobody's week is; who has no job has no hours to move.
  // A low score has nothing to be lowered.
  const isLow = composer.view['low_score'] === true;
  const lever = isBetween || isLow || snapshot.answerLevel === 'title unknown' ? undefined : result.levers[0];
  const staying = isBetween ? 'Work of the kind you know' : isLow ? 'Stay' : 'Stay and reshape';
  const after = lever?.after ?? result.score;
  const shift = after - result.score;
  const stay = {
    low: Math.max(0, result.interval.low + shift),
    high: Math.min(100, result.interval.high + shift),
  };
  const payKnown = [pay.now, ...paths.map((path) => path.pay)].some((one) => one?.median !== undefined);
  const copy = composer.fill('08-options', {
    after: Math.round(after),
    pay_known: payKnown,
    step_names: steps.map(({ step }) => step),
    why_first: paths[0] ? whyFirst(snapshot, paths[0]) : [],
    interests_answered: result.interests !== undefined,
    floor_kept: floorOfAll(paths),
    travel: snapshot.limits.travel ?? null,
    gave_way: snapshot.gaveWay ?? null,
    kept_too: keptToo(snapshot),
    left_out: (snapshot.keptAway ?? [])
      .slice(0, 2)
      .map(({ words, titles }) => `${listed(titles.map(inSentence))} (${words})`),
  });
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          dotPlot({
            title: copy.words('chart_title'),
            width,
            row: 38 + taller,
            lowLabel: '0 less exposed',
            highLabel: '100 more exposed',
            rows: [
              { label: 'You now', value: result.score, interval: result.interval, you: true },
              { label: staying, value: after, interval: stay, you: true, hollow: true },
              ...paths.map((path) => ({ label: path.title, value: path.score, interval: path.interval })),
            ],
          }),
        { stretch: [-8, 14] },
      ),
      composer.table(
        [
          { head: 'Option', width: 3.2, lines: 2 },
          { head: 'Skill match', width: 1.2, align: 'right', lines: 1 },
          { head: 'Against you now', width: 2.2, lines: 2 },
          { head: 'What kind of move', width: 2.6, lines: 2 },
          ...(payKnown ? [{ head: 'Median pay', width: 1.5, align: 'right', lines: 1 } as const] : []),
        ],
        [
          [
            staying,
            { text: '–', ink: 'muted' },
            lever ? `${Math.round(result.score)} → ${Math.round(after)}` : 'as now',
            {
              text: lever
                ? `${lever.hours} h a week moved`
                : isBetween
                  ? 'the same work elsewhere'
                  : isLow
                    ? 'the same work'
                    : 'a different mix of the same tasks',
              ink: 'muted',
            },
            // Whoever stays is paid what they are paid, not what the middle of the trade is.
            ...(payKnown
              ? [isBetween ? payCell(pay.now?.median) : ({ text: 'as now', ink: 'muted' } as const)]
              : []),
          ],
          ...paths.map((path) => [
            path.title,
            { text: `${path.matchPercent}%`, strong: true },
            path.direction,
            {
              text: path.relation === 'adjacent' ? 'near your work' : 'another field',
              ink: 'muted' as const,
            },
            ...(payKnown ? [payCell(path.pay?.median)] : []),
          ]),
        ],
        { marked: recommended === 'stay' ? 0 : 1, gap: 16, whole: true },
      ),
      ...(steps.length === 0
        ? []
        : stepPage(paths.length) === 8
          ? [stepsTable(composer, steps.slice(0, STEPS_BESIDE_PATHS))]
          : [composer.words(copy.words('steps_note'), { style: TYPE.table, gap: 16, minLines: 99 })]),
      ...limitsOf(composer, copy),
    ],
  };
}

/** How the limits were kept: the first as long as the page has room for it, the last gone before one is cut. */
const limitsOf = (composer: Composer, { body }: FilledCopy): Block[] =>
  body.flatMap((part) => {
    if (part.kind === 'heading') return [composer.heading(part.text)];
    if (part.kind !== 'list') return [];
    return [composer.facts(part.items, 1, { style: TYPE.table, gap: 4, between: 2, optional: true })];
  });

/** The limits that every path keeps, in a few words each; pay and work from home are told apart. */
const keptToo = ({
  limits: { monthsToTrain, travel, avoid },
  paths,
}: Pick<BlueprintSnapshot, 'limits' | 'paths'>): string[] => [
  ...(monthsToTrain === undefined
    ? []
    : [
        `your ${monthsToTrain} ${monthsToTrain === 1 ? 'month' : 'months'} to train, by the usual way in${butFor(paths)}`,
      ]),
  ...(travel?.includes('close') ? ['close to home (none that keeps people away for days)'] : []),
  ...avoid.map((one) => `no ${one.replace(/^a /, '')}`),
];

/** A path whose whole training is longer keeps the months only for who holds most of it. */
function butFor(paths: readonly SnapshotPath[]): string {
  const longer = paths.filter(({ why }) => why.some((reason) => LONGER.test(reason)));
  return longer.length === 0 ? '' : `, but for ${listed(longer.map(({ title }) => inSentence(title)))}`;
}
const LONGER = new RegExp(`^${AGAINST_IT}the whole training takes`);

/** Paid this much more, pay is a reason. */
const WORTH_A_MOVE = 1.05;

/** What speaks for the first path beside the others: never less than one reason. */
function whyFirst({ paths, pay }: BlueprintSnapshot, first: SnapshotPath): string[] {
  const [now, then] = [pay.now?.median, first.pay?.median];
  const others = paths.filter(({ slug }) => slug !== first.slug).map(({ matchPercent }) => matchPercent);
  const reasons = [
    ...(first.direction === 'less exposed' ? ['it is clearly less exposed than your week'] : []),
    ...(!first.entry.employing && now !== undefined && then !== undefined && then >= now * WORTH_A_MOVE
      ? ['its median pay is above that of your work']
      : []),
    ...(first.matchPercent > Math.max(0, ...others) ? ['it is the one you meet most of'] : []),
  ];
  return reasons.length > 0 ? reasons : ['people in your work make this move'];
}

const payCell = (median: number | undefined): { text: string; ink: 'ink' | 'muted' } =>
  median === undefined ? { text: 'not published', ink: 'muted' } : { text: pounds(median), ink: 'ink' };
