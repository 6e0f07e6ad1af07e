import { projectPath } from '@app/config';
import { readPrepared, writePrepared } from '../prepared-file.js';
import type { GroupLearning } from './group-learning.js';
import { LEARNING_FOLDER, loadLearning } from './load-learning.js';

/** What to learn, as parsed and checked: its YAML takes seconds to read. */
export const PREPARED_LEARNING = projectPath('libs/labour-market/data/learning.json');

/** Checks the files and writes what apps read of them. @throws ContentError with the problems of all files */
export const prepareLearning = (
  unitGroups: ReadonlyMap<string, unknown>,
  file: string = PREPARED_LEARNING,
  folder: string = LEARNING_FOLDER,
): void => writePrepared(file, folder, loadLearning(unitGroups, folder));

/** By unit group: as prepared, or from the files themselves when those have changed since. */
export const readLearning = (
  unitGroups: ReadonlyMap<string, unknown>,
  file: string = PREPARED_LEARNING,
  folder: string = LEARNING_FOLDER,
): ReadonlyMap<string, GroupLearning> => preparedLearning(file, folder) ?? loadLearning(unitGroups, folder);

/** Undefined when nothing was prepared, or of other files. */
export const preparedLearning = (
  file: string = PREPARED_LEARNING,
  folder: string = LEARNING_FOLDER,
): ReadonlyMap<string, GroupLearning> | undefined => readPrepared<GroupLearning>(file, folder);
