import type { LabourMarket, ScaleOfGroup } from '@app/labour-market';
import type { BlueprintInputs, PathFacts } from '../snapshot/blueprint-inputs.js';

/** Page 13 has room for so many. */
const MOST_SCALES = 2;

/** Whether most people in both are paid on one scale: then a move keeps the kind of pay, whatever the statistics of either say. */
export function sameScale(
  own: string | undefined,
  target: string,
  market: LabourMarket,
): Pick<PathFacts, 'sameScale'> {
  const [here, there] = [market.payScaleOf(own), market.payScaleOf(target)];
  const isOne = here?.id === there?.id && here?.group.share === 'most' && there?.group.share === 'most';
  return isOne ? { sameScale: true } : {};
}

/** The national scale that most in their own work are paid on, as long as it may be named. */
export const ownScaleOf = ({
  ownScaleId,
  payScales,
}: Pick<BlueprintInputs, 'ownScaleId' | 'payScales'>): ScaleOfGroup | undefined =>
  payScales.find(({ id }) => id === ownScaleId);

/** The scales of some groups, the first first, each once. */
export function payScalesOf(codes: readonly (string | undefined)[], market: LabourMarket): ScaleOfGroup[] {
  const found = codes.flatMap((code) => market.payScaleOf(code) ?? []);
  return found
    .filter(({ id }, index) => found.findIndex((one) => one.id === id) === index)
    .slice(0, MOST_SCALES);
}
