import { join } from 'node:path';
import { projectPath } from '@app/config';
import { allOccupations } from '../build/all-occupations.js';
import type { Content } from '../content/load-content.js';
import type { Dataset } from '../dataset/types.js';
import { loadRegisters } from '../groups/registers.js';
import { checkMovesByPay } from '../groups/moves-by-pay.js';
import { loadNextGroups } from '../groups/next-groups.js';
import { computePivots } from './compute-pivots.js';
import { linkPivots, unitsOf } from './link-pivots.js';
import { pivotInputs } from './pivot-inputs.js';
import { writePivots } from './pivots-file.js';
import { checkPrintedLines } from './printed-lines.js';

/**
 * Works out the paths of the whole catalogue, checks the moves they come from and the lines they print, and writes them beside the data set.
 * @param groupsFolder where the editors' moves (`next/`) and the registers of work stand
 * @returns number of occupations that have paths
 * @throws ContentError when the content does not fit the data set
 */
export async function shipPivots(
  folder: string,
  dataset: Dataset,
  content: Content,
  groupsFolder: string = projectPath('libs/occupations/content/groups'),
): Promise<number> {
  const movesFolder = join(groupsFolder, 'next');
  const registers = loadRegisters(join(groupsFolder, 'registers.yaml'));
  checkMovesByPay(dataset, movesFolder, registers);
  const occupations = allOccupations(dataset, content);
  const pivots = computePivots(dataset, occupations, loadNextGroups(unitsOf(dataset), movesFolder));
  const inputs = pivotInputs(dataset, content.licensed, occupations);
  const linked = linkPivots(dataset, content.licensed, occupations, { inputs, pivots });
  checkPrintedLines(dataset, content.edited, linked, movesFolder, registers);
  await writePivots(folder, inputs, pivots, dataset.elements);
  return [...pivots.values()].filter((paths) => paths.length > 0).length;
}
