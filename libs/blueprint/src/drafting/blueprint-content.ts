import type { EntryRoutes } from '../plan/entry-routes.js';
import type { LearningLibrary } from '../plan/learning-library.js';
import type { ShortTitles } from '../plan/short-titles.js';
import type { ProofLibrary } from '../plan/proof-library.js';
import type { PlanContent } from '../plan/plan-content.js';

/** The editors' content that a snapshot takes its plan and learning from. */
export interface BlueprintContent {
  readonly learning: LearningLibrary;
  readonly routes: EntryRoutes;
  readonly titles: ShortTitles;
  readonly plan: PlanContent;
  readonly proofs: ProofLibrary;
  /** The telephone numbers that its pages print. */
  readonly helpNumbers: readonly string[];
}
