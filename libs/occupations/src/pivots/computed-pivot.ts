import type { LicensedContent } from '../content/licensed-content.js';
import type { Unlinked } from '../build/data-occupation.js';
import type { Pivot } from '../model/pivot.js';
import { licenceOf } from './licensed.js';

/** A path as the rules give it: what takes work to find out. The rest is looked up in the occupation it leads to. */
export type ComputedPivot = Pick<
  Pivot,
  'slug' | 'matchPercent' | 'relation' | 'direction' | 'have' | 'need' | 'why'
> & {
  /** The way in that an editor wrote for this move. */
  readonly route?: string;
};

/** The paths of every occupation by its slug; an occupation without ratings has none. */
export type ComputedPivots = ReadonlyMap<string, readonly ComputedPivot[]>;

/** The path as pages show it. @param why one sentence of an editor */
export function shownPivot(
  computed: ComputedPivot,
  { title, onetCode, score, interval }: Unlinked,
  licensed: LicensedContent,
  why?: string,
): Pivot {
  const reason = why ?? computed.why;
  const licence = licenceOf(licensed, onetCode);
  const entryRoute = computed.route ?? (licence.kind === 'route' ? licence.entryRoute : undefined);
  return {
    slug: computed.slug,
    title,
    matchPercent: computed.matchPercent,
    relation: computed.relation,
    direction: computed.direction,
    have: computed.have,
    need: computed.need,
    score,
    interval,
    ...(entryRoute === undefined ? {} : { entryRoute }),
    ...(reason === undefined ? {} : { why: reason }),
  };
}
