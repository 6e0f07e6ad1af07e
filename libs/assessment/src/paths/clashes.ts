import type { OccupationRecord, ActivityShare } from '@app/occupations';
import type { Avoidance } from '../answers/choices.js';
import type { Constraints } from '../answers/answers.js';

/** What the data show of an occupation that somebody may wish to avoid. */
export interface WorkTraits {
  /** Shares of its listed tasks, 0–1. */
  readonly withPeople: number;
  readonly physical: number;
  readonly onSite: number;
  readonly leading: number;
  /** O*NET interests 1–7: how far it is hands-on work, and how far work with people. */
  readonly handsOn: number;
  readonly social: number;
}

const PEOPLE = ['4.A.4.a.3', '4.A.4.a.5', '4.A.4.a.6', '4.A.4.a.8'];
const BODY = ['4.A.3.a.1', '4.A.3.a.2'];
const SITE = [...BODY, '4.A.3.a.3', '4.A.3.a.4', '4.A.3.b.4', '4.A.3.b.5', '4.A.4.a.5', '4.A.4.a.8'];
const LEADING = ['4.A.4.b.1', '4.A.4.b.4'];

/** From the shares of generalised work activities among an occupation's tasks (O*NET). */
export function workTraits(
  shares: readonly Pick<ActivityShare, 'id' | 'share'>[],
  riasec: OccupationRecord['riasec'],
): WorkTraits {
  const of = (ids: readonly string[]): number =>
    shares.reduce((sum, { id, share }) => sum + (ids.includes(id) ? share : 0), 0);
  return {
    withPeople: of(PEOPLE),
    physical: of(BODY),
    onSite: of(SITE),
    leading: of(LEADING),
    handsOn: riasec[0],
    social: riasec[3],
  };
}

/** Limits that these data can speak to; of screens they say nothing, shifts and self-employment are judged by the group. */
export type Clash = Extract<Avoidance, 'client-facing' | 'physical-work' | 'managing-people'> | 'remote';

/** Cut points of our own: about the highest fifth of occupations in each. */
const TELLS: Readonly<Record<Clash, (traits: WorkTraits) => boolean>> = {
  'client-facing': ({ withPeople, social }) => withPeople >= 0.2 || social >= 5.5,
  'physical-work': ({ physical, handsOn }) => physical >= 0.15 || handsOn >= 6,
  'managing-people': ({ leading }) => leading >= 0.2,
  remote: ({ onSite, handsOn, social }) =>
    onSite >= 0.3 || handsOn >= 5.5 || (social >= 5.5 && onSite >= 0.15),
};

/** What the person named and the work has, as far as the data tell. */
export function clashesOf(traits: WorkTraits, { avoid = [], travel }: Constraints): Clash[] {
  const named: readonly Clash[] = [
    ...(['client-facing', 'physical-work', 'managing-people'] as const).filter((one) => avoid.includes(one)),
    ...(travel === 'remote' ? (['remote'] as const) : []),
  ];
  return named.filter((one) => TELLS[one](traits));
}

/** One sentence for the list of reasons. */
export function clashReason(clash: Clash): string {
  switch (clash) {
    case 'client-facing':
      return 'You asked to avoid facing customers, patients or the public: this work is with people for much of the day.';
    case 'physical-work':
      return 'You asked to avoid physically hard work: much of this is done on your feet or by hand.';
    case 'managing-people':
      return 'You asked to avoid managing people: leading others is a large part of it.';
    case 'remote':
      return 'You asked for work from home: most of this has to be done where the people or things are.';
  }
}
