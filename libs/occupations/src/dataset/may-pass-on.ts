import type { Dataset, MeasureInfo } from './types.js';

/**
 * Whether a measure's licence lets its values be passed on. Decided here alone: of the others only our own percentile is given, on pages and
 * in downloads alike.
 */
export const mayPassOn = (
  { sources }: Pick<Dataset, 'sources'>,
  { source }: Pick<MeasureInfo, 'source'>,
): boolean =>
  /^(CC BY|MIT|Open Government Licence|U\.S\. public domain)/.test(sources.get(source)?.licence ?? '');
