import type { Direction } from '@app/occupations';
import { CLOSE_FROM } from '../interests/interest-fit.js';
import type { PathCandidate, PersonProfile } from './path-candidate.js';
import type { CandidateStatus } from './ranked-candidate.js';

/** Why a path is never among the three. */
export type Bar = Extract<CandidateStatus, 'beyond limits' | 'more exposed' | 'pays less'>;

/** Pay within this share of today's is not lower pay. */
const SAME_PAY = 0.98;

interface Weighed {
  readonly breaks: PathCandidate['breaks'];
  readonly direction: Direction;
  /** So much more that it is offered although it may be more exposed. */
  readonly paysMore: boolean;
  /** What of the person's own speaks for leaving for it. */
  readonly toGo: string | undefined;
  /** How close their interests lie to it, −1 to 1. */
  readonly fit: number | undefined;
  /** What somebody of their standing may expect, pounds a year. */
  readonly pay: number | undefined;
}

/** Undefined when nothing bars a path. Lower pay does so only where the person has pay to lose and nothing of theirs speaks for the path. */
export function barOf(
  { breaks, direction, paysMore, toGo, fit, pay }: Weighed,
  { ownPay, betweenJobs, interests }: PersonProfile,
): Bar | undefined {
  if (breaks) return 'beyond limits';
  if (direction === 'more exposed') return paysMore ? undefined : 'more exposed';
  const now = ownPay === undefined || betweenJobs ? 0 : (ownPay.from + (ownPay.to ?? ownPay.from)) / 2;
  const isCloser = fit !== undefined && fit >= CLOSE_FROM && fit > (interests?.fit ?? -1);
  const speaksForIt = direction === 'less exposed' || toGo !== undefined || isCloser;
  return pay !== undefined && pay < SAME_PAY * now && !speaksForIt ? 'pays less' : undefined;
}
