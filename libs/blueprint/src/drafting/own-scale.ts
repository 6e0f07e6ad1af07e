import type { ScaleOfGroup } from '@app/labour-market';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';

/** The national scale that most in their own work are paid on, as long as it may be named. */
export const ownScaleOf = ({
  ownScaleId,
  payScales,
}: Pick<BlueprintInputs, 'ownScaleId' | 'payScales'>): ScaleOfGroup | undefined =>
  payScales.find(({ id }) => id === ownScaleId);
