import { type CodedEntry } from '@app/occupations';
import type { FundedWay, Route, WayFrom } from './route.js';

/** What only somebody without work is offered. */
const OUT_OF_WORK =
  /Jobcentre|work coach\b|on benefits|Jobs and Benefits|Flexible Support Fund|ReAct\+|Communities for Work|work academ|(?:people|those) (?:made redundant or )?out of work(?! or)|after redundancy/i;
/** Places of England: what is so in one of them is no help in another, so it stands in `funding.yaml` by region. */
const PLACE =
  /\b(?:Manchester|Yorkshire|Midlands|London|Liverpool|Merseyside|Cornwall|Birmingham|Derby|Nottingham|Leicester|Tees\w*|Essex|Kent|Bristol|Sussex|Cumbria|Suffolk|Norfolk|Cambridgeshire|Devon|Leeds|Sheffield|Newcastle|Humber|Lincolnshire)\b/;
/** A test of the work costs nothing and hurts nobody: what is bought, hired or booked for money is no first step. */
const COSTLY =
  /^(?:Buy|Hire|Book (?:a|an|the|one|your) (?:weekend|one-day|class|course|forge|lesson|treatment|beginner)\b)|\btrailer\b/;

/** What is wrong with the words of a route, each with its place. */
export function wordFaults({ code, entry, placeOf }: CodedEntry<Route>): string[] {
  const at = (path: (string | number)[], fault: string): string => `${placeOf(path)}: ${code}: ${fault}`;
  const ways = (from: (string | number)[], all: readonly FundedWay[]): string[] =>
    all.flatMap((way, index) => wayFaults(way).map((fault) => at([...from, 'funded', index], fault)));
  const tests = (from: (string | number)[], all: readonly string[]): string[] =>
    all.flatMap((test, index) =>
      COSTLY.test(test)
        ? [at([...from, 'tests', index], `a test that has to be paid or needs more than a desk: “${test}”`)]
        : [],
    );
  return [
    ...ways([], entry.funded),
    ...tests([], entry.tests),
    ...(entry.from ?? []).flatMap((near, index) => [
      ...nearFaults(near, code).map((fault) => at(['from', index], fault)),
      ...ways(['from', index], near.funded ?? []),
      ...tests(['from', index], near.tests ?? []),
    ]),
  ];
}

const wayFaults = ({ way, what, nations, outOfWork }: FundedWay): string[] => [
  ...(OUT_OF_WORK.test(`${way}: ${what}`) && !outOfWork
    ? ['is for those out of work and does not say so']
    : []),
  ...(nations.includes('England') && PLACE.test(`${way} ${what}`)
    ? ['a place is named: what is so there alone belongs into funding.yaml']
    : []),
];

/** Another way in says all of itself: no line of the long way may stand beside it. */
function nearFaults(near: WayFrom, code: string): string[] {
  const { groups, words, qualification, firstJob, months, cost, tests, ask } = near;
  const whole = [qualification, firstJob, months, cost];
  const said = whole.filter((one) => one !== undefined).length;
  return [
    ...(groups.length === 0 && !words ? ['nobody is named whose way it is'] : []),
    ...(groups.includes(code) ? ['whoever is in the work needs no way into it'] : []),
    ...(said > 0 && said < whole.length
      ? ['another way in needs qualification, firstJob, months and cost']
      : []),
    ...(said === 0 && !tests && ask === undefined ? ['nothing is said of it'] : []),
    ...(months && months.from > months.to ? ['months end before they begin'] : []),
    ...(cost && cost.from > cost.to ? ['cost end before they begin'] : []),
  ];
}
