import { projectPath } from '@app/config';
import { readPrepared, writePrepared } from '../prepared-file.js';
import type { GroupSteps } from './group-steps.js';
import { loadSteps, STEPS_FOLDER } from './load-steps.js';
import type { TradeTitles } from './trade-titles.js';

/** The steps, as parsed and checked: their YAML takes seconds to read. */
const PREPARED_STEPS = projectPath('libs/labour-market/data/steps.json');

/** Checks the files and writes what apps read of them. @throws ContentError with the problems of all files */
export const prepareSteps = (
  unitGroups: ReadonlyMap<string, unknown>,
  file: string = PREPARED_STEPS,
  folder: string = STEPS_FOLDER,
  titles?: TradeTitles,
): void => writePrepared(file, folder, loadSteps(unitGroups, folder, titles));

/** By unit group: as prepared, or from the files themselves when those have changed since. */
export const readSteps = (
  unitGroups: ReadonlyMap<string, unknown>,
  file: string = PREPARED_STEPS,
  folder: string = STEPS_FOLDER,
): ReadonlyMap<string, GroupSteps> => preparedSteps(file, folder) ?? loadSteps(unitGroups, folder);

/** Undefined when nothing was prepared, or of other files. */
export const preparedSteps = (
  file: string = PREPARED_STEPS,
  folder: string = STEPS_FOLDER,
): ReadonlyMap<string, GroupSteps> | undefined => readPrepared<GroupSteps>(file, folder);
