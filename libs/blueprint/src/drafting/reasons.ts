import { isBetweenJobs } from '@app/assessment';
import { inSentence, pounds } from '../copy/word-filters.js';
import { floorSentence } from './floor.js';
import type { BlueprintSnapshot, SnapshotPay } from '../snapshot/blueprint-snapshot.js';
import { ownTasks, sharePrinted } from '../snapshot/own-week.js';

type Draft = Omit<BlueprintSnapshot, 'emailSummary' | 'reasons'>;

/** Why the recommended option is the recommended one: up to three sentences, each a figure of this person's. */
export function reasonsFor(draft: Draft): string[] {
  const reasons = draft.recommended === 'path' ? reasonsToMove(draft) : reasonsToStay(draft);
  // What is owed to them, or paid elsewhere for the same work, comes before anything that they might do.
  const { own: pay } = draft.pay;
  // Who has no job is paid under nothing.
  if (isBetweenJobs({ jobTitle: draft.person.role })) return reasons.slice(0, MOST_REASONS);
  const own = pay?.belowLaw
    ? [UNDER_THE_LAW]
    : pay?.under
      ? [pay.onScale ? UNDER_ON_A_SCALE : UNDER_THE_MARKET]
      : [];
  return [...new Set([...own, ...reasons])].slice(0, MOST_REASONS);
}

/** As many as a tired reader takes in. */
const MOST_REASONS = 3;

const UNDER_THE_LAW =
  '**Look at your own pay first:** for your hours the law asks for more than the band you named (page 13).';

const UNDER_THE_MARKET =
  '**Your pay first:** it is below the middle of your trade (page 13), so ask for the market rate, here or elsewhere.';

const UNDER_ON_A_SCALE =
  '**Your pay first:** it is below the middle of your trade (page 13), so check band or point and last increment on your payslip.';

/** What they earn stands with its figures on page 13. */
const PAID_WELL = 'Your pay is about the middle of your trade or above it (page 13), and staying keeps it.';

const WITHOUT = /^It is (usually done )?without /;

function reasonsToMove({ paths, result, pay, limits }: Draft): string[] {
  const [path, second] = paths;
  if (!path) return [];
  const reasons = [
    // What they asked to avoid and would leave behind is a reason before any figure.
    ...path.why.filter((reason) => WITHOUT.test(reason)).slice(0, 1),
    `What you bring covers ${path.matchPercent}% of what it asks for.`,
  ];
  const [mine, theirs] = [Math.round(result.score), Math.round(path.score)];
  if (path.direction === 'less exposed')
    reasons.push(`Its exposure is ${theirs} against your ${mine}, at least 90% likely to be lower.`);
  else if (theirs < mine)
    reasons.push(
      `Its exposure is ${theirs} against your ${mine}; the ranges overlap, so the gain is not certain.`,
    );
  else
    reasons.push(
      `Its exposure, ${theirs}, is no lower than your ${mine}: the reason to go is the fit, not shelter.`,
    );
  const [now, then] = [pay.now?.median, path.pay?.median];
  const { you } = pay;
  if (path.entry.employing)
    reasons.push('Pay is published only for a wider group of work than this: ask what a first post pays.');
  else if (then !== undefined && you && you.low >= then)
    reasons.push(
      `Median pay${hoursWords(path.pay)} is ${pounds(then)}, and you earn more: only a post at your level keeps your pay.`,
    );
  else if (now !== undefined && then !== undefined) {
    // Figures from before the rate rose may lie below what the law asks today, which nobody is paid less than.
    const law = pay.law?.least ?? 0;
    const byLaw = (median: number): string => (median < law ? `${pounds(law)} by law` : pounds(median));
    const [earned, paid] = [Math.max(now, law), Math.max(then, law)];
    const change = paid - earned;
    const lowest = path.pay?.p25;
    const start = change > JUMP * earned && lowest !== undefined && lowest < then ? lowest : undefined;
    const against = `${byLaw(then)} against ${byLaw(now)}`;
    reasons.push(
      Math.abs(change) < ALIKE * earned
        ? `Median pay${hoursWords(path.pay)} is about the same: ${against}.`
        : `Median pay${hoursWords(path.pay)} is ${pounds(Math.abs(change))} a year ${change > 0 ? 'higher' : 'lower'}: ${against}${start === undefined ? '' : start < law ? `; a first post is nearer the legal rate, ${pounds(law)}` : `; a first post is nearer its lowest quarter, ${pounds(start)} or less`}.`,
    );
  }
  const floor = limits.lowestPay === undefined ? undefined : floorSentence(path, limits.lowestPay);
  if (floor !== undefined) reasons.push(floor);
  if (second)
    reasons.push(
      `It comes before ${inSentence(second.title)} (${second.matchPercent}% match), which stays your plan B.`,
    );
  return reasons;
}

/** Two medians that lie less than this share apart are about the same. */
const ALIKE = 0.05;
/** A median this much higher is not what a newcomer is paid. */
const JUMP = 0.25;

/** " at 16 hours a week", or " full time". */
const hoursWords = (pay: SnapshotPay | null): string =>
  pay?.hours === undefined ? ' full time' : ` at ${pay.hours} hours a week`;

/** Below this a score is called low. */
const LOW_BELOW = 35;

function reasonsToStay({ paths, result, occupation, pay, answerLevel, person }: Draft): string[] {
  const betweenJobs = isBetweenJobs({ jobTitle: person.role });
  const reasons: string[] = [];
  const lever = result.levers[0];
  // Of a family of work the lever is that of its average, which nobody's week is.
  if (Math.round(result.score) < LOW_BELOW)
    reasons.push(
      `At ${Math.round(result.score)} of 100 tools leave most of this work alone: no move is needed for that.`,
    );
  else if (lever && answerLevel !== 'title unknown') {
    reasons.push(
      `Moving ${lever.hours} hours a week from “${lever.from}” to “${lever.to}” takes your score from ${Math.round(lever.before)} to ${Math.round(lever.after)} without changing ${betweenJobs ? 'trades' : 'jobs'}.`,
    );
  }
  const low = ownTasks(result.tasks)
    .filter(({ exposure }) => Math.round(exposure) < 35)
    .reduce((sum, task) => sum + sharePrinted(task), 0);
  if (low >= 0.4) {
    reasons.push(
      `${Math.round(low * 100)}% of your week is already in tasks that current tools do little of.`,
    );
  }
  const better = paths.filter(({ direction }) => direction === 'less exposed').length;
  if (paths.length > 0) {
    reasons.push(
      better === 0
        ? 'No move within your limits is clearly less exposed.'
        : `${better === 1 ? 'One of the moves is' : `${better} of the moves are`} clearly less exposed, but cost${better === 1 ? 's' : ''} more of what you have built as ${inSentence(occupation.title)}.`,
    );
  }
  if (!betweenJobs && pay.own?.market && !pay.own.unplaced && !pay.own.under) reasons.push(PAID_WELL);
  const [path] = paths;
  if (path)
    reasons.push(
      `${path.title} stays open meanwhile: ${path.matchPercent}% of what it asks for you already meet.`,
    );
  return reasons;
}
