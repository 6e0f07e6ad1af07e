import type { Place } from '@app/assessment';

/** The address of a question or another page of the assessment. */
export const addressOf = (place: Place): string => {
  if (place === 'start') return '/assessment';
  return `/assessment/${typeof place === 'string' ? place : place.entry.page}`;
};
