import { findingWords, isBetweenJobs } from '@app/assessment';
import { withArticle, inSentence } from '../copy/word-filters.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** Three or four plain sentences for the email that brings the blueprint. */
export function emailSummary(draft: Omit<BlueprintSnapshot, 'emailSummary'>): string[] {
  const { result, paths, recommended, plan, person, occupation, answerLevel } = draft;
  const [path, second] = paths;
  const { low, high } = result.interval;
  const range = `likely ${Math.round(low)}–${Math.round(high)}`;
  const recommendation =
    recommended === 'path' && path
      ? `We recommend becoming ${withArticle(path.title)} (${path.matchPercent}% skill match)${second ? `, with ${inSentence(second.title)} as plan B` : ''}.`
      : `We recommend ${staying(person.role)}${path ? `, with ${inSentence(path.title)} as plan B` : ''}.`;
  const action = plan.weeks[0]?.actions[0]?.detail ?? plan.weeks[0]?.actions[0]?.text;
  const { verdict } = findingWords({ ...result, occupationScore: occupation.score });
  // A title alone says nothing of how this person differs.
  const beside = answerLevel.startsWith('title') ? '' : `: ${verdict}`;
  return [
    `Your AI exposure score is ${Math.round(result.score)} of 100 (${range})${beside}.`,
    recommendation,
    ...(draft.reasons[0] ? [draft.reasons[0]] : []),
    ...(action
      ? [`First, in the week of ${dayMonth(plan.start)}: ${action.charAt(0).toLowerCase()}${action.slice(1)}`]
      : []),
  ];
}

const ANSWER_PAGE = 2;
const PLAN_PAGE = 14;

/**
 * The summary as it may be sent: without the marks of bold words, and never beside what a reviewer wrote. A reason that they reworded is said in
 * their words; where they changed anything else of the answer or of the plan, the email says the score and where to read the rest.
 */
export function summaryToSend({
  emailSummary: drafted,
  reasons = [],
  edits = [],
}: Pick<BlueprintSnapshot, 'emailSummary' | 'edits'> &
  Partial<Pick<BlueprintSnapshot, 'reasons'>>): string[] {
  const said = edits.filter(({ page }) => page === ANSWER_PAGE || page === PLAN_PAGE);
  const reworded = new Map(
    said.filter(({ draft }) => reasons.includes(draft)).map(({ draft, text }) => [draft, text]),
  );
  const sentences =
    said.length === reworded.size
      ? drafted.map((sentence) => reworded.get(sentence) ?? sentence)
      : [...drafted.slice(0, 1), 'Our answer, as your reviewer put it, is on page 2.'];
  return sentences.map((sentence) => sentence.replaceAll('**', ''));
}

const staying = (role: string): string =>
  isBetweenJobs({ jobTitle: role })
    ? 'looking for work of the kind you know, with another mix of it'
    : // What follows a comma is a grade or a place.
      `staying as ${withArticle(role.split(/\s*[,(]/)[0] ?? role)} and reshaping your week`;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "30 November" of an ISO date. */
export function dayMonth(date: string): string {
  const [, month = '1', day = '1'] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`;
}

/** "30 November 2026". */
export const fullDate = (date: string): string => `${dayMonth(date)} ${date.slice(0, 4)}`;
