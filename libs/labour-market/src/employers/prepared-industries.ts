import { projectPath } from '@app/config';
import { readPrepared, writePrepared } from '../prepared-file.js';
import { INDUSTRIES_FOLDER, type Industries, loadIndustries } from './industries.js';

const PREPARED_INDUSTRIES = projectPath('libs/labour-market/data/industries.json');

/** Checks the industries of every unit group and writes what apps read of them. @throws ContentError with the problems of all files */
export const prepareIndustries = (unitGroups: ReadonlyMap<string, unknown>): void =>
  writePrepared(PREPARED_INDUSTRIES, INDUSTRIES_FOLDER, loadIndustries(unitGroups));

/** The industries by unit group: as prepared, or from the files themselves when those have changed since. */
export const readIndustries = (unitGroups: ReadonlyMap<string, unknown>): ReadonlyMap<string, Industries> =>
  preparedIndustries() ?? loadIndustries(unitGroups);

/** Undefined when nothing was prepared, or of other files. */
export const preparedIndustries = (): ReadonlyMap<string, Industries> | undefined =>
  readPrepared<Industries>(PREPARED_INDUSTRIES, INDUSTRIES_FOLDER);
