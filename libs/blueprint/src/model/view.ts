import { isBetweenJobs, isSelfEmployed } from '@app/assessment';
import { bandWord, percentileFigure, percentileWords } from '@app/occupations';
import { inSentence, withArticle } from '../copy/word-filters.js';
import { type FontSet, printable } from '@app/typeset';
import type { BlueprintSnapshot, SnapshotPath, SnapshotTask } from '../snapshot/blueprint-snapshot.js';
import { ownTasks, sharePrinted } from '../snapshot/own-week.js';
import { fullDate } from '../drafting/email-summary.js';
import { stepPage } from '../drafting/trade-steps.js';
import { namedMover, signatureOf } from './signature.js';

/** The weeks in which the plan holds the first test: "week 7", "weeks 1–2", or nothing when it has no room for it. */
export function testWeeks({ plan }: BlueprintSnapshot): string | null {
  const weeks = plan.weeks.filter(({ actions }) =>
    actions.some(({ kind, text }) => kind === 'test' && /\bstep \d of page 9/.test(text)),
  );
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  if (first === undefined || last === undefined) return null;
  return first === last ? `week ${first}` : `weeks ${first}–${last}`;
}

/** A path in the words of the copy. */
const pathView = (path: SnapshotPath): object => ({
  title: path.title,
  match: path.matchPercent,
  relation: path.relation,
  direction: path.direction,
  score: Math.round(path.score),
  low: Math.round(path.interval.low),
  high: Math.round(path.interval.high),
  have: path.have.map(inSentence),
  need: path.need.map(inSentence),
  route: path.entry.route,
  route_specific: path.entry.specific,
  regulator: path.entry.regulator ?? null,
  test_hours: path.entry.testHours,
  has_pay: path.pay?.median !== undefined,
  pay: path.pay?.median ?? 0,
});

/** Moves within the limits that are not offered, for the copy. */
const noGainView = ({ noGain }: BlueprintSnapshot): object | null =>
  noGain
    ? { pay_less: noGain.payLess.map(inSentence), more_exposed: noGain.moreExposed.map(inSentence) }
    : null;

/** True when every path with a known median pays less than the person needs. */
function belowFloor({ paths, limits }: BlueprintSnapshot): boolean {
  const medians = paths.flatMap((path) => path.pay?.median ?? []);
  const { lowestPay } = limits;
  return lowestPay !== undefined && medians.length > 0 && medians.every((median) => median < lowestPay);
}

/** A family of occupations is nobody's title, and neither is what somebody says of themselves: "I pick and pack". */
const isTitle = (role: string, { sectorName }: BlueprintSnapshot['occupation']): boolean =>
  !/^i\b/i.test(role) && !isBetweenJobs({ jobTitle: role }) && role !== sectorName;

/** A title with its article; what follows a comma is a place, and who writes Capital Letters keeps them. */
function ownTitle(role: string): string {
  const title = role.split(/\s*[,(]/)[0] ?? role;
  const article = withArticle(title).replace(/ .*/s, '');
  return /\s\p{Lu}\p{Ll}/u.test(title) ? `${article} ${title}` : withArticle(title);
}

/** Below this a score is called low: nothing in the week has to be changed for it. */
const LOW_BELOW = 35;

/** The values that the copy of every page may use; numbers rounded as they are shown. Names are what the fonts can print. */
export function viewOf(snapshot: BlueprintSnapshot, fonts: FontSet): Record<string, unknown> {
  const { result, occupation, paths, person, order } = snapshot;
  const name = printable(person.name, fonts);
  const role = printable(person.role, fonts);
  const roleShown = role.complete && role.text ? role.text : occupation.title;
  const lever = result.levers[0];
  const own = ownTasks(result.tasks);
  const risky = own.filter(({ exposure }) => Math.round(exposure) >= 60);
  const safe = own.filter(({ exposure }) => Math.round(exposure) < 35);
  const share = (tasks: readonly SnapshotTask[]): number =>
    Math.round(100 * tasks.reduce((sum, task) => sum + sharePrinted(task), 0));
  return {
    brand: snapshot.brand.name,
    site: snapshot.brand.siteUrl.replace(/^https?:\/\//, ''),
    support: snapshot.brand.supportEmail,
    reference: order.reference,
    check_code: order.checkCode,
    version: order.version,
    name: name.text || `the holder of order ${order.reference}`,
    name_complete: name.complete,
    role: roleShown,
    a_role: isTitle(roleShown, occupation) ? ownTitle(roleShown) : 'someone in your kind of work',
    region: person.region ?? null,
    level_words: person.level ?? null,
    occupation: occupation.title,
    sector: occupation.sectorName,
    edited: occupation.kind === 'edited',
    handles: snapshot.handlesThings === true,
    date: fullDate(snapshot.draftedAt.slice(0, 10)),
    answers: snapshot.answerLevel,
    described: person.described === true,
    data_of: snapshot.dataOf ?? null,
    floor_below_law: snapshot.pay.own?.floorBelowLaw === true,
    least_by_law: snapshot.pay.own?.leastByLaw ?? null,
    // While no data say where a path is done.
    remote: snapshot.limits.travel?.includes('from home') === true,
    has_steps: (snapshot.steps ?? []).length > 0,
    thin: ['title unknown', 'title only'].includes(snapshot.answerLevel),
    score: Math.round(result.score),
    low: Math.round(result.interval.low),
    high: Math.round(result.interval.high),
    band: inSentence(result.band),
    percentile: percentileFigure(result.percentile),
    percentile_words: percentileWords(result.percentile),
    low_score: Math.round(result.score) < LOW_BELOW,
    typical: Math.round(occupation.score),
    typical_band: inSentence(bandWord(occupation.score)),
    comparison: result.comparison,
    sure: result.sureness ? `${result.sureness} ` : '',
    window_typical: result.windowOf === 'typical week',
    signature: signatureOf(snapshot),
    mover: namedMover(snapshot)?.words ?? null,
    high_tasks: risky.slice(0, 3).map((task) => inSentence(task.name)),
    low_tasks: safe.slice(0, 2).map((task) => inSentence(task.name)),
    all_below_floor: belowFloor(snapshot),
    window: result.window.words,
    window_reached: result.window.fastMonths !== null,
    window_sentence: result.window.sentence,
    hours: result.hoursPerWeek,
    hours_assumed: result.hoursAssumed,
    task_count: own.length,
    high_count: risky.length,
    low_count: safe.length,
    high_share: share(risky),
    low_share: share(safe),
    top_task: own[0]?.name ?? '',
    lever: lever
      ? {
          from: lever.from,
          to: lever.to,
          hours: lever.hours,
          before: Math.round(lever.before),
          after: Math.round(lever.after),
        }
      : null,
    lever_count: result.levers.length,
    recommended: snapshot.recommended,
    chosen: snapshot.choice !== undefined,
    breaks_limit: (snapshot.choice?.limits ?? []).length > 0,
    test_weeks: testWeeks(snapshot),
    paths: paths.map(pathView),
    path: paths[0] ? pathView(paths[0]) : null,
    second: paths[1] ? pathView(paths[1]) : null,
    between_jobs: isBetweenJobs({ jobTitle: person.role }),
    self_employed: isSelfEmployed({ jobTitle: person.role }),
    no_gain: noGainView(snapshot),
    less_exposed_count: paths.filter(({ direction }) => direction === 'less exposed').length,
    learning_count: snapshot.learning.length,
    learning: snapshot.learning.map((item) => ({
      name: inSentence(item.name),
      short: inSentence(item.short ?? item.name),
      hours: item.hours,
      specific: item.specific,
    })),
    learning_hours: snapshot.learning.reduce((sum, item) => sum + item.hours, 0),
    step: snapshot.steps?.[0] ?? null,
    step_page: stepPage(paths.length),
    below_law: snapshot.pay.own?.belowLaw === true,
    plan_hours: snapshot.plan.hoursPerWeek,
    plan_hours_assumed: snapshot.plan.hoursAssumed,
    plan_total: Math.round(
      snapshot.plan.weeks.reduce(
        (sum, week) => sum + week.actions.reduce((all, action) => all + action.hours, 0),
        0,
      ),
    ),
    plan_start: fullDate(snapshot.plan.start),
    plan_end: fullDate(snapshot.plan.end),
    budget: snapshot.limits.budget ?? null,
    lowest_pay: snapshot.limits.lowestPay ?? null,
    months_to_train: snapshot.limits.monthsToTrain ?? null,
    avoid: snapshot.limits.avoid,
    plan_a: snapshot.plan.plans.a,
    plan_b: snapshot.plan.plans.b,
    plan_z: snapshot.plan.plans.z,
    note: snapshot.note ?? null,
    model: snapshot.versions.model,
    catalogue: snapshot.versions.catalogue,
    template: snapshot.versions.template,
  };
}
