import type { PlanAction } from '../snapshot/blueprint-snapshot.js';

/** An action with the row of the chart that it belongs to; decisions have a mark instead. */
export interface Placed extends PlanAction {
  readonly strand: string;
}

/** The first test as page 9 prints it, and its hours in all. */
export interface FirstTest {
  readonly steps: readonly string[];
  readonly hours: number;
}
