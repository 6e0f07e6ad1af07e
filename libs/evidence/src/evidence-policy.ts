import type { FactKind } from '@app/blueprint';
import { plusMonths } from '@app/kernel';

/** Whose work it is to check: a role of staff. */
export type FactOwner = 'reviewer' | 'manager';

/** How facts of one kind are kept up. */
export interface KindPolicy {
  /** In the plural, as a heading. */
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** What is looked at first where much waits: 1 is what the law asks, what people are paid, and where they get help. */
  readonly rank: 1 | 2 | 3;
  /** The role that sees to it. */
  readonly owner: FactOwner;
  /** Months from one check to the next. */
  readonly months: number;
  /**
   * When blueprints leave it out: once it is found untrue or is long overdue, only once it is found untrue, or never. What the law asks is
   * never left out: nobody may be sent into work without its licence.
   */
  readonly leftOut: 'untrue or overdue' | 'untrue' | 'never';
}

/** The one place for how often outside facts are checked, by whom, and what becomes of those that are not. */
export const KIND_POLICY: Readonly<Record<FactKind, KindPolicy>> = {
  licence: {
    title: 'Licences and registers',
    one: 'licence',
    many: 'licences',
    rank: 1,
    owner: 'manager',
    months: 12,
    leftOut: 'never',
  },
  rate: {
    title: 'Legal rates of pay',
    one: 'legal rate',
    many: 'legal rates',
    rank: 1,
    owner: 'manager',
    months: 6,
    leftOut: 'never',
  },
  scale: {
    title: 'National pay scales',
    one: 'pay scale',
    many: 'pay scales',
    rank: 1,
    owner: 'manager',
    months: 12,
    leftOut: 'untrue or overdue',
  },
  terms: {
    title: 'Notice and pensions',
    one: 'term of leaving',
    many: 'terms of leaving',
    rank: 1,
    owner: 'manager',
    months: 12,
    leftOut: 'untrue or overdue',
  },
  help: {
    title: 'Help lines',
    one: 'help line',
    many: 'help lines',
    rank: 1,
    owner: 'manager',
    months: 3,
    leftOut: 'untrue',
  },
  tool: {
    title: 'Tools',
    one: 'tool',
    many: 'tools',
    rank: 3,
    owner: 'reviewer',
    months: 6,
    leftOut: 'untrue or overdue',
  },
  route: {
    title: 'Routes',
    one: 'route',
    many: 'routes',
    rank: 2,
    owner: 'reviewer',
    months: 12,
    leftOut: 'untrue or overdue',
  },
  apprenticeship: {
    title: 'Apprenticeships',
    one: 'apprenticeship',
    many: 'apprenticeships',
    rank: 2,
    owner: 'reviewer',
    months: 6,
    leftOut: 'untrue or overdue',
  },
  funding: {
    title: 'Ways of paying',
    one: 'way of paying',
    many: 'ways of paying',
    rank: 2,
    owner: 'reviewer',
    months: 6,
    leftOut: 'untrue or overdue',
  },
  provider: {
    title: 'Providers',
    one: 'provider',
    many: 'providers',
    rank: 3,
    owner: 'reviewer',
    months: 6,
    leftOut: 'untrue or overdue',
  },
  employer: {
    title: 'Employers',
    one: 'employer',
    many: 'employers',
    rank: 3,
    owner: 'reviewer',
    months: 12,
    leftOut: 'untrue or overdue',
  },
};

/** So many months after its check was due a fact is long overdue, and blueprints leave it out (those kinds that may be). */
export const LONG_OVERDUE_MONTHS = 6;

/** What the dates of a fact rest on. */
export interface Dated {
  readonly kind: FactKind;
  readonly written: string;
  readonly unchecked: boolean;
  /** When somebody last found it true. */
  readonly confirmedAt: Date | null;
}

/** When it is to be checked next: at once what was never compared with its source. */
export function nextCheck({ kind, written, unchecked, confirmedAt }: Dated): Date {
  if (confirmedAt) return plusMonths(confirmedAt, KIND_POLICY[kind].months);
  return monthsAfter(written, unchecked ? 0 : KIND_POLICY[kind].months);
}

/** Thousands of facts share a few months. */
const known = new Map<string, Date>();
function monthsAfter(month: string, months: number): Date {
  const name = `${month} ${months}`;
  const date = known.get(name) ?? plusMonths(monthStart(month), months);
  known.set(name, date);
  return date;
}

/** From when on it is long overdue. Its writing counts as a look at it, so that what was never checked has the same time. */
export const longOverdueFrom = ({ kind, written, confirmedAt }: Omit<Dated, 'unchecked'>): Date =>
  plusMonths(confirmedAt ?? monthStart(written), KIND_POLICY[kind].months + LONG_OVERDUE_MONTHS);

const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
