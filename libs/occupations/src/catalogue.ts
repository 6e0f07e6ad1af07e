import type { Dataset } from './dataset/index.js';
import type { ElementRating, Occupation, OccupationReport, OccupationSummary, SearchHit } from './model/index.js';

/** Every occupation, loaded and checked once at boot. */
export abstract class Catalogue {
  /** Version of the data set and the content. */
  abstract readonly version: string;
  abstract readonly modelVersion: string;
  /** The figures underneath, for the labour market. */
  abstract readonly dataset: Dataset;
  abstract bySlug(slug: string): Occupation | undefined;
  /** Where an alias or an old slug leads, or undefined. */
  abstract redirectFor(slug: string): string | undefined;
  /** Edited occupations first, then by title. */
  abstract all(): readonly OccupationSummary[];
  abstract search(query: string, limit?: number): SearchHit[];
  abstract report(slug: string): OccupationReport | undefined;
  /** Skill and knowledge ratings in O*NET order; empty when the occupation has none. */
  abstract elements(slug: string): readonly ElementRating[];
}
