import type { Route } from '@app/labour-market';
import type { ApprenticeshipRecord } from '@app/occupations';

/** A route with what its apprenticeships are. */
export interface KnownRoute {
  readonly route: Route;
  readonly apprenticeships: readonly ApprenticeshipRecord[];
}
