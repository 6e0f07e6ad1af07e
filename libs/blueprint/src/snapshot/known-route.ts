import type { Route } from '@app/labour-market';
import type { ApprenticeshipRecord } from '@app/occupations';

/** A route with what its apprenticeships are. */
export interface KnownRoute {
  readonly route: Route;
  readonly apprenticeships: readonly ApprenticeshipRecord[];
  /** The words of the way in are not said any more: they are gone, or nobody has looked at them for too long. */
  readonly untold?: true;
}
