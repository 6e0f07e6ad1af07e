import type { Dataset } from '@app/occupations';

/** Activities under the four headings of O*NET, in our words, for choosing from. */
export interface ActivityGroup {
  readonly name: string;
  readonly activities: readonly { readonly id: string; readonly name: string }[];
}

const HEADINGS: readonly (readonly [prefix: string, name: string])[] = [
  ['4.A.1.', 'Finding out and keeping watch'],
  ['4.A.2.', 'Thinking, deciding and planning'],
  ['4.A.3.', 'Doing, making and recording'],
  ['4.A.4.', 'Working with people'],
];

export const activityGroups = ({ activities }: Pick<Dataset, 'activities'>): ActivityGroup[] =>
  HEADINGS.map(([prefix, name]) => ({
    name,
    activities: [...activities.values()].filter(({ id }) => id.startsWith(prefix)),
  }));
