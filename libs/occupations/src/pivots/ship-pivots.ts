import { allOccupations } from '../build/all-occupations.js';
import type { Content } from '../content/load-content.js';
import type { Dataset } from '../dataset/types.js';
import { checkMovesByPay } from '../groups/moves-by-pay.js';
import { loadNextGroups } from '../groups/next-groups.js';
import { computePivots, type WrittenMoves } from './compute-pivots.js';
import { unitsOf } from './link-pivots.js';
import { pivotInputs } from './pivot-inputs.js';
import { writePivots } from './pivots-file.js';

/**
 * Works out the paths of the whole catalogue and writes them beside the data set.
 * @returns number of occupations that have paths
 * @throws ContentError when the content does not fit the data set
 */
export async function shipPivots(
  folder: string,
  dataset: Dataset,
  content: Content,
  written: WrittenMoves = checkedMoves(dataset),
): Promise<number> {
  const occupations = allOccupations(dataset, content);
  const pivots = computePivots(dataset, occupations, written);
  await writePivots(folder, pivotInputs(dataset, content.licensed, occupations), pivots, dataset.elements);
  return [...pivots.values()].filter((paths) => paths.length > 0).length;
}

function checkedMoves(dataset: Dataset): WrittenMoves {
  checkMovesByPay(dataset);
  return loadNextGroups(unitsOf(dataset));
}
